package dev.postern.identity.authorization.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.code.DeviceAuthorization;
import dev.postern.identity.code.DeviceAuthorization.Stage;
import dev.postern.identity.code.DeviceCodes.Waiting;
import dev.postern.platform.Json;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.TestClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeviceRequestTest {

    private static final DeviceAuthorization ASKED = new DeviceAuthorization(
            "web",
            "openid orders.read",
            List.of("https://orders.test/api"),
            "WDJBMJHT",
            "trace",
            Instant.EPOCH,
            Stage.PENDING,
            Optional.empty());

    private final AuthorizationRequest request = AuthorizationRequest.of(new Waiting("key", ASKED));

    @Test
    void it_is_what_the_device_asked_for_and_the_person_is_asked_in_any_case() {
        assertThat(request.clientId()).isEqualTo("web");
        assertThat(request.scope()).isEqualTo("openid orders.read");
        assertThat(request.resource()).containsExactly("https://orders.test/api");
        assertThat(request.prompts(AuthorizationRequest.CONSENT)).isTrue();
        assertThat(request.traceId()).isEqualTo("trace");
        assertThat(request.device().orElseThrow().userCode()).isEqualTo("WDJB-MJHT");
    }

    @Test
    void its_answer_goes_nowhere_by_the_browser() {
        VerifiedReturn to = VerifiedReturn.verify(
                FakeClients.of(
                        TestClients.web().redirectUris("https://app.test/only").build()),
                request);
        assertThat(to.redirectUri()).isEmpty();
        assertThat(to.policySource()).isEmpty();
        assertThat(to.shownAs()).isEmpty();
    }

    @Test
    void a_browser_cannot_say_that_a_device_waits() {
        AuthorizationRequest sent = AuthorizationRequest.parse(Map.of(
                "client_id", List.of("web"), "device", List.of("{\"key\":\"key\"}"), "device_code", List.of("key")));
        assertThat(sent.device()).isEmpty();
    }

    @Test
    void it_is_kept_with_its_device_and_what_an_older_version_has_kept_has_none() {
        AuthorizationRequest kept = request.kept(Scope.ofWire("openid"), OptionalLong.empty());
        String json = Json.write(kept);
        assertThat(Json.read(json, AuthorizationRequest.class)).isEqualTo(kept);
        Map<String, Object> older = Json.readObject(json);
        older.remove("device");
        assertThat(Json.read(Json.write(older), AuthorizationRequest.class).device())
                .isEmpty();
    }
}
