package dev.postern.platform;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Provider;
import java.util.Locale;
import java.util.Optional;

/**
 * Loads Amazon Corretto Crypto Provider, whose algorithms are native code, from the jar of this platform.
 *
 * <p>The jars of two platforms hold the same class names, so they are resources and not libraries of the WAR. The one that fits gets a
 * class loader of its own, which knows the Java platform only; each such loader unpacks and loads its own copy of the native code.
 */
final class NativeCrypto {

    private static final String JAR = "/native/AmazonCorrettoCryptoProvider-%s.jar";
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeCrypto() {}

    /**
     * The provider, its self-tests passed.
     *
     * @throws NotLoaded if there is none for this platform, or it does not work here
     */
    static Provider load() throws NotLoaded {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        URL jar = Optional.ofNullable(NativeCrypto.class.getResource(JAR.formatted(platform)))
                .orElseThrow(() -> new NotLoaded("there is no native library for " + platform, null));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            URLClassLoader classes = new URLClassLoader(new URL[] {copy(jar)}, ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(classes); // for the library's clean-up thread, which must not keep ours
            return healthy(classes);
        } catch (InvocationTargetException e) {
            throw new NotLoaded("the native library does not load: " + e.getCause(), e.getCause());
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            throw new NotLoaded("the native library does not load: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Provider healthy(URLClassLoader classes) throws ReflectiveOperationException {
        Class<?> type = classes.loadClass(PROVIDER);
        Provider provider = (Provider) type.getField("INSTANCE").get(null);
        type.getMethod("assertHealthy").invoke(provider);
        return provider;
    }

    /** A class loader needs a file, and an application server may keep its resources elsewhere. */
    private static URL copy(URL jar) throws IOException {
        Path file = Files.createTempFile("postern-native", ".jar");
        file.toFile().deleteOnExit();
        try (InputStream content = jar.openStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toUri().toURL();
    }

    /** The library's own name of a platform, such as linux-x86_64. */
    static String platform(String os, String architecture) {
        String processor = switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "aarch_64";
            default -> architecture;
        };
        return os.toLowerCase(Locale.ROOT).replace(' ', '_') + "-" + processor;
    }

    /** Why there is no native provider. */
    static final class NotLoaded extends Exception {

        private static final long serialVersionUID = 1L;

        NotLoaded(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
