package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** HTTPS as the guide of Open Liberty has it, letter for letter; the other servers' need more than a file: docs/servers.md. */
class HttpsIT {

    private static final Path GUIDE = Path.of("server-config", "open-liberty", "README.md");
    private static final Pattern XML = Pattern.compile("(?s)## HTTPS.*?```xml\n(.*?)```");
    private static final String PASSWORD = "a-password-of-the-test";

    private static String ofTheGuide() throws IOException {
        Matcher found = XML.matcher(Files.readString(GUIDE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void it_speaks_tls_1_2_and_1_3_and_http_2() throws Exception {
        assumeTrue(Product.underTest() == Product.OPEN_LIBERTY, "tried by hand on this server");
        try (SecondServer server = SecondServer.laid()) {
            Path keys = certificate(server.directory().resolve("tls.p12"));
            int port = FreePort.find();
            String added = ofTheGuide()
                    .replace("/etc/postern/tls.p12", keys.toString())
                    .replace("\"8443\"", "\"" + port + "\"");
            Path file = server.configuration().orElseThrow();
            Files.writeString(file, Files.readString(file).replace("</server>", added + "</server>"));

            server.startAfresh(Map.of("POSTERN_TLS_PASSWORD", PASSWORD));
            server.awaitReady();

            for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
                HttpResponse<String> answer = get(keys, port, protocol);
                assertThat(answer.statusCode()).as(protocol).isEqualTo(200);
                assertThat(answer.version()).as(protocol).isEqualTo(HttpClient.Version.HTTP_2);
            }
        }
    }

    private static HttpResponse<String> get(Path keys, int port, String protocol) throws Exception {
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {protocol});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(keys))
                .sslParameters(only)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/status/live"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            made.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("login", made.getCertificate("login"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path certificate(Path store) {
        List<String> command = List.of(
                TestJava.own().resolve("bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "login",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        ChildProcess.run("keytool", store.resolveSibling("keytool.log"), Map.of(), command, Duration.ofMinutes(1));
        return store;
    }
}
