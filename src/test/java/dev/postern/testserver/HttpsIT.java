package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

/** HTTPS as the guide of each server has it: RFC 8446, RFC 5246 and RFC 9113. */
class HttpsIT {

    @Test
    void it_speaks_tls_1_2_and_1_3_and_http_2() throws Exception {
        assumeTrue(Product.underTest() != Product.RUNNABLE_JAR, "it listens to plain HTTP only");
        try (SecondServer server = SecondServer.laid()) {
            TestCertificate certificate =
                    TestCertificate.make(server.directory().resolve("tls.p12"));

            int port = new GuidedHttps(server, certificate).start();

            for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
                HttpResponse<String> answer = get(certificate.trusted(), port, protocol);
                assertThat(answer.statusCode()).as(protocol).isEqualTo(200);
                assertThat(answer.version()).as(protocol).isEqualTo(version(protocol));
                assertThat(answer.headers().firstValue("server")).as(protocol).isEmpty();
                assertThat(answer.headers().firstValue("x-powered-by"))
                        .as(protocol)
                        .isEmpty();
            }
        }
    }

    /** WildFly agrees on HTTP/2 by TLS 1.2, and not with somebody who speaks TLS 1.3 only. */
    private static HttpClient.Version version(String protocol) {
        boolean older = Product.underTest() == Product.WILDFLY && protocol.equals("TLSv1.3");
        return older ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2;
    }

    private static HttpResponse<String> get(SSLContext trusting, int port, String protocol) throws Exception {
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {protocol});
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting).sslParameters(only).build();
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/status/live"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
