package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runnable jar starts with each set of parts, and answers. */
class ServerStartsIT {

    @ParameterizedTest
    @EnumSource(Mode.class)
    void starts_and_answers(Mode mode) throws Exception {
        TestServer server = TestServer.shared(mode);

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.issuer() + "/status/live"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(answer.headers().firstValue("x-powered-by")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tests_can_look_into_its_database(Mode mode) {
        assertThat(TestServer.shared(mode).database().number("select 1")).isEqualTo(1);
    }
}
