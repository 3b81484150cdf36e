package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product under test starts with each set of parts, and answers. */
class ServerStartsIT {

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
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
    @MethodSource("dev.postern.testserver.Mode#all")
    void tests_can_look_into_its_database(Mode mode) {
        assertThat(TestServer.shared(mode).database().number("select 1")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void it_lists_the_settings_in_effect_and_where_they_come_from(Mode mode) throws Exception {
        TestServer server = TestServer.shared(mode);

        assertThat(Files.readString(server.dataDir().resolve("settings.txt")))
                .contains(
                        "postern.issuer = " + server.issuer() + "   (environment POSTERN_ISSUER)\n",
                        "postern.data-dir = " + server.dataDir() + "   (environment POSTERN_DATA_DIR)\n",
                        "postern.demo = false   (default)\n");
    }

    @Test
    void the_file_of_settings_counts_over_the_default_and_the_environment_over_it() throws Exception {
        TestServer server = TestServer.sharedWithExtras();

        assertThat(Files.readString(server.dataDir().resolve("settings.txt")))
                .contains(
                        "postern.console.session-lifetime = 7h   (file of postern.config)\n",
                        "postern.purge.interval = 5s   (environment POSTERN_PURGE_INTERVAL)\n");
    }
}
