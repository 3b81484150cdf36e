package dev.postern.platform;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys, versioned and kept outside the database; everything secret that we must be able to compute again hangs on them.
 *
 * <p>No master key is used itself: each purpose has a key of its own, derived by HKDF-SHA256 (RFC 5869). The highest version is
 * current; older ones stay readable so that what was made under them can still be opened.
 */
@Service
public class MasterKeys {

    private static final String DERIVATION_SALT = "postern master key";
    private static final String SETTING = " (setting " + PlatformSettings.MASTER_KEY_FILE.key() + ")";

    /** Named, so that no request has to look for it. */
    private static final Provider HMAC_PROVIDER = hmacProvider();

    private final NavigableMap<Integer, byte[]> keys;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    @Inject
    public MasterKeys(Settings settings, RandomValues random) {
        this(read(file(settings), random));
    }

    public MasterKeys(Map<Integer, byte[]> keys) {
        this.keys = new TreeMap<>(keys);
        if (this.keys.isEmpty()) {
            throw new IllegalStateException("the master key file" + SETTING + " holds no key");
        }
    }

    private static Path file(Settings settings) {
        String configured = settings.get(PlatformSettings.MASTER_KEY_FILE);
        return configured.isEmpty()
                ? Path.of(settings.get(PlatformSettings.DATA_DIR), "master.key")
                : Path.of(configured);
    }

    private static Map<Integer, byte[]> read(Path file, RandomValues random) {
        try {
            if (!Files.exists(file)) {
                create(file, random);
            }
            Map<Integer, byte[]> keys = new TreeMap<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split(":", 2);
                    keys.put(
                            Integer.parseInt(parts[0]),
                            checked(Base64.getDecoder().decode(parts[1])));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException("master key file " + file + SETTING + " cannot be read or made: " + e, e);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Without the cause: it may tell what the file holds, which was meant to be a secret.
            throw new IllegalStateException(
                    "master key file " + file + SETTING + " must hold lines 'version:base64 of 32 bytes'");
        }
    }

    private static byte[] checked(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a master key has at least 32 bytes");
        }
        return key;
    }

    private static void create(Path file, RandomValues random) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path fresh = Files.createFile(
                file.resolveSibling(file.getFileName() + "." + random.identifier()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh, "1:" + Base64.getEncoder().encodeToString(random.bytes(32)) + "\n", StandardOpenOption.WRITE);
        try {
            Files.createLink(file, fresh); // whole or not at all, and never over the key of a node that was faster
        } catch (FileAlreadyExistsException faster) {
            // then that one is everybody's
        } finally {
            Files.delete(fresh);
        }
    }

    /** The version to make new things under. Versions fit in one byte (1 to 255). */
    public int currentVersion() {
        return keys.lastKey();
    }

    /** The version for what must stay the same for good: taking it away changes all of that. */
    public int oldestVersion() {
        return keys.firstKey();
    }

    public boolean knows(int version) {
        return keys.containsKey(version);
    }

    /**
     * The 256-bit key of a purpose under a version.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    public byte[] derive(String purpose, int version) {
        byte[] master = keys.get(version);
        if (master == null) {
            throw new IllegalArgumentException("there is no master key version " + version);
        }
        return derived.computeIfAbsent(version + " " + purpose, key -> expand(master, purpose));
    }

    private static byte[] expand(byte[] master, String purpose) {
        byte[] pseudoRandomKey = hmac(DERIVATION_SALT.getBytes(java.nio.charset.StandardCharsets.UTF_8), master);
        byte[] info = purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] block = java.util.Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(pseudoRandomKey, block);
    }

    private static Provider hmacProvider() {
        try {
            return Mac.getInstance("HmacSHA256").getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", HMAC_PROVIDER);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
