package dev.postern.benchmark.floor;

import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Payara Micro as it is, the message broker's resource adapter, and an application of one resource. */
final class BareServer {

    private final BenchmarkSettings settings;
    private final Path directory;
    private final String brokerUrl;
    private final int port = FreePort.find();

    BareServer(BenchmarkSettings settings, Path directory, String brokerUrl) {
        this.settings = settings;
        this.directory = directory;
        this.brokerUrl = brokerUrl;
    }

    int port() {
        return port;
    }

    ChildProcess launch() {
        try {
            Files.createDirectories(directory);
            return ChildProcess.start(
                    "payara-micro",
                    directory.resolve("server.log"),
                    Map.of(),
                    List.of(
                            settings.java().resolve("bin").resolve("java").toString(),
                            "-Xmx" + settings.xmx(),
                            "-Dpostern.broker-url=" + brokerUrl,
                            "-Dpostern.broker-config= ",
                            "-jar",
                            payaraMicro(),
                            "--nohazelcast",
                            "--disablephonehome",
                            "--prebootcommandfile",
                            loopbackOnly().toString(),
                            "--port",
                            Integer.toString(port),
                            "--rootdir",
                            directory.resolve("domain").toString(),
                            "--deploy",
                            settings.jar().resolveSibling("activemq-rar.rar").toString(),
                            "--deploy",
                            war().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path loopbackOnly() throws IOException {
        return Files.writeString(
                directory.resolve("preboot.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n");
    }

    private Path war() throws IOException {
        Path war = directory.resolve("ROOT.war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Class<?> type : List.of(TrivialApplication.class, TrivialApplication.Hello.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(zip);
                }
            }
        }
        return war;
    }

    private static String payaraMicro() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("payara-micro-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("payara-micro is not on the class path"));
    }
}
