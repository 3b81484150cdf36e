package dev.postern.spec.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's notes: theirs alone, strictly read, bounded. */
class NotesIT {

    private static final TestServer SERVER = TestServer.shared(Mode.EMBEDDED);
    private static final OAuthClient WEB = OAuthClient.confidential(SERVER, "web-basic");
    private static final String ALICE =
            WEB.tokens("openid notes.read notes.write").text("access_token");

    @Test
    void a_note_is_written_read_and_deleted() {
        Answer written = post(ALICE, Json.write(Map.of("text", "milk, ñandú & <b>")));
        assertThat(written.status()).isEqualTo(201);
        String id = written.text("id");
        assertThat(get(ALICE, "/" + id).json())
                .containsEntry("text", "milk, ñandú & <b>")
                .containsKey("created_at");
        assertThat(get(ALICE, "").response().body()).contains(id);
        assertThat(delete(ALICE, id).status()).isEqualTo(204);
        assertThat(get(ALICE, "/" + id).status()).isEqualTo(404);
        assertThat(delete(ALICE, id).status()).isEqualTo(404);
    }

    @Test
    void nobody_sees_or_deletes_the_notes_of_others() {
        String id = post(ALICE, "{\"text\":\"mine\"}").text("id");
        Browser browser = new Browser(SERVER.issuer());
        String code = browser.signIn(WEB.authorization("openid notes.read notes.write"), "bob", "seven quiet harbours")
                .parameter("code")
                .orElseThrow();
        String bob = WEB.redeem(code).text("access_token");
        assertThat(get(bob, "/" + id).status()).isEqualTo(404);
        assertThat(delete(bob, id).status()).isEqualTo(404);
        assertThat(get(bob, "").response().body()).doesNotContain(id);
        assertThat(get(ALICE, "/" + id).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"text\":1}",
                "{\"text\":null}",
                "{\"text\":\"\"}",
                "{\"text\":\"  \"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\",\"subject\":\"usr_other\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}x",
                "{'text':'a'}",
                "{\"text\":\"\\u0000\"}",
                "{\"text\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}"
            })
    void a_body_that_is_not_a_note_is_refused(String body) {
        Answer answer = post(ALICE, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() {
        byte[] latin1 = "{\"text\":\"ñ\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(send(ALICE, "", HttpRequest.BodyPublishers.ofByteArray(latin1), "application/json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_note_has_a_longest_length() {
        assertThat(post(ALICE, Json.write(Map.of("text", "a".repeat(4_001)))).status())
                .isEqualTo(400);
        assertThat(post(ALICE, Json.write(Map.of("text", "a".repeat(1_000_000))))
                        .status())
                .isEqualTo(413);
        Answer longest = post(ALICE, Json.write(Map.of("text", "😀".repeat(4_000))));
        assertThat(longest.status()).isEqualTo(201);
        delete(ALICE, longest.text("id"));
    }

    @Test
    void other_types_methods_and_paths_are_answered_as_problems() {
        Answer type =
                send(ALICE, "", HttpRequest.BodyPublishers.ofString("text=a"), "application/x-www-form-urlencoded");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.header("Content-Type")).startsWith("application/problem+json");
        Answer method = OAuthClient.send(WEB.request("/api/v1/me")
                .header("Authorization", "Bearer " + ALICE)
                .DELETE());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(get(ALICE, "/none/such").status()).isEqualTo(404);
    }

    private static Answer get(String token, String path) {
        return OAuthClient.send(WEB.request("/api/v1/notes" + path)
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static Answer delete(String token, String id) {
        return OAuthClient.send(WEB.request("/api/v1/notes/" + id)
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private static Answer post(String token, String body) {
        return send(token, "", HttpRequest.BodyPublishers.ofString(body), "application/json");
    }

    private static Answer send(String token, String path, HttpRequest.BodyPublisher body, String type) {
        return OAuthClient.send(WEB.request("/api/v1/notes" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body));
    }
}
