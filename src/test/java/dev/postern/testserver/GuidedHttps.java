package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTPS on a server that is laid but not started, by the guide and the scripts of {@code server-config} alone. */
record GuidedHttps(SecondServer server, TestCertificate certificate) {

    private static final Path GUIDES = Path.of("server-config").toAbsolutePath();
    private static final Pattern LIBERTY = Pattern.compile("(?s)## HTTPS.*?```xml\n(.*?)```");
    private static final Pattern MICRO =
            Pattern.compile("export JAVA_OPTS=\"-Xmx1g (.*)\"\n.*/start\\.sh --port 8080 (.*)\n");

    /** Until it serves. @return the port of HTTPS */
    int start() throws IOException {
        return switch (Product.underTest()) {
            case OPEN_LIBERTY -> openLiberty(FreePort.find());
            case PAYARA_MICRO -> payaraMicro(FreePort.find());
            case PAYARA_SERVER -> payaraServer();
            case WILDFLY -> wildFly(FreePort.find());
            case RUNNABLE_JAR -> throw new IllegalStateException("it listens to plain HTTP only");
        };
    }

    private int openLiberty(int port) throws IOException {
        String added = filled(inGuide("open-liberty", LIBERTY).group(1), port);
        Path file = server.configuration().orElseThrow();
        Files.writeString(file, Files.readString(file).replace("</server>", added + "</server>"));
        server.startAfresh(Map.of("POSTERN_TLS_PASSWORD", TestCertificate.PASSWORD));
        server.awaitReady();
        return port;
    }

    private int payaraMicro(int port) throws IOException {
        MatchResult guide = inGuide("payara-micro", MICRO);
        String options = String.join(" ", TestJava.options()) + " " + filled(guide.group(1), port);
        server.startAfresh(
                Map.of("JAVA_OPTS", options),
                Arrays.asList(filled(guide.group(2), port).split(" ")));
        server.awaitReady();
        return port;
    }

    private int payaraServer() throws IOException {
        Path domain = server.configuration().orElseThrow();
        certificate.importInto(domain.resolveSibling("keystore.p12"), "changeit");
        server.startAfresh(Map.of());
        server.awaitReady();
        PayaraServer.administer(
                domain,
                "multimode",
                "--file",
                GUIDES.resolve("payara-server/https.asadmin").toString());
        server.restart();
        server.awaitReady();
        return PayaraServer.port(domain, "http-listener-2");
    }

    private int wildFly(int port) throws IOException {
        WildFly.configure(server.directory(), GUIDES.resolve("wildfly/https.cli"));
        server.startAfresh(
                Map.of(
                        "POSTERN_TLS_KEYSTORE",
                        certificate.store().toString(),
                        "POSTERN_TLS_PASSWORD",
                        TestCertificate.PASSWORD),
                List.of("-Djboss.https.port=" + port));
        server.awaitReady();
        return port;
    }

    private static MatchResult inGuide(String product, Pattern sought) throws IOException {
        Matcher found = sought.matcher(Files.readString(GUIDES.resolve(product).resolve("README.md")));
        assertThat(found.find()).as("the guide of " + product).isTrue();
        return found.toMatchResult();
    }

    /** With this key store, password and port in the place of the guide's. */
    private String filled(String text, int port) {
        return text.replace("/etc/postern/tls.p12", certificate.store().toString())
                .replace("…", TestCertificate.PASSWORD)
                .replace("8443", Integer.toString(port));
    }
}
