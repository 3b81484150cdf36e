package dev.postern.spec.gateway;

import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A real nginx with the configuration of server-config/edge, adapted as its README says, and a certificate of its own. */
final class Nginx implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final int port = FreePort.find();
    private final Process process;
    private final KeyStore keys;

    Nginx(int posternPort) throws Exception {
        Path program = DebianPackages.NGINX.require();
        folder = Files.createTempDirectory("nginx-it");
        keys = certificate();
        String configuration = Files.readString(Path.of("server-config/edge/nginx.conf"))
                .replace("id.example.com", "localhost")
                .replace("127.0.0.1:8080", "127.0.0.1:" + posternPort)
                .replace("listen 80;", "listen 127.0.0.1:" + FreePort.find() + ";")
                .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
                .replace("/etc/nginx/tls", folder.toString());
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
        Files.copy(Path.of("server-config/edge/caller.conf"), folder.resolve("caller.conf"));
        process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        file.toString(),
                        "-g",
                        "daemon off; pid " + folder.resolve("nginx.pid") + ";")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop nginx"));
        await();
    }

    String url() {
        return "https://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Trusts nginx's certificate and no other. */
    SSLContext trust() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A connection on which nothing was said yet. */
    SSLSocket connect() throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName("localhost")));
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** What comes back for a request that is sent as it stands here, and asks for the end of the connection. */
    String raw(String request) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private KeyStore certificate() throws Exception {
        Path store = folder.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "edge",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException(new String(keytool.getInputStream().readAllBytes()));
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD);
        }
        Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", made.getKey("edge", PASSWORD).getEncoded()));
        Files.writeString(
                folder.resolve("certificate.pem"),
                pem("CERTIFICATE", made.getCertificate("edge").getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("edge", made.getCertificate("edge"));
        return trusted;
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }

    private void await() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("nginx did not start: " + Files.readString(folder.resolve("output.log")));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
