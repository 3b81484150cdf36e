package dev.postern.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.session.Region;
import dev.postern.identity.code.DeviceAuthorization.Stage;
import dev.postern.identity.code.DeviceCodes.Issued;
import dev.postern.identity.code.DeviceCodes.Waiting;
import dev.postern.identity.token.grant.GrantWorld;
import dev.postern.platform.Json;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeviceCodesTest {

    private final GrantWorld world = new GrantWorld();
    private final DeviceCodes codes = world.deviceCodes;

    private Issued issue() {
        return codes.issue("tv", Scope.ofWire("openid"), List.of());
    }

    private Waiting waiting(Issued issued) {
        return codes.waiting(issued.userCode()).orElseThrow();
    }

    @Test
    void a_code_leads_the_person_to_what_the_device_asked_for() {
        Issued issued = issue();
        DeviceAuthorization asked = waiting(issued).authorization();
        assertThat(asked.clientId()).isEqualTo("tv");
        assertThat(asked.scope()).isEqualTo("openid");
        assertThat(asked.code()).isEqualTo(issued.userCode());
        assertThat(issued.deviceCode().secret()).matches("[A-Za-z0-9_-]{43}"); // 256 bits
    }

    @Test
    void the_cache_holds_neither_code_itself_as_a_key() {
        Issued issued = issue();
        assertThat(world.cache.get(Region.DEVICE, "code." + issued.deviceCode().secret()))
                .isEmpty();
        assertThat(world.cache.get(Region.DEVICE, "user." + issued.userCode().letters()))
                .isEmpty();
    }

    @Test
    void the_first_answer_counts() {
        Issued issued = issue();
        Waiting inOneBrowser = waiting(issued);
        Waiting inAnother = waiting(issued);
        assertThat(codes.deny(inOneBrowser.key())).isTrue();
        assertThat(codes.allow(inAnother.key(), world.issued("openid", "", false)))
                .isFalse();
        assertThat(codes.deny(inAnother.key())).isFalse();
        assertThat(codes.find(issued.deviceCode()).orElseThrow().stage()).isEqualTo(Stage.DENIED);
    }

    @Test
    void an_answered_code_is_nobodys_any_more() {
        Issued issued = issue();
        assertThat(codes.allow(waiting(issued).key(), world.issued("openid", "", false)))
                .isTrue();
        assertThat(codes.waiting(issued.userCode())).isEmpty();
        assertThat(codes.find(issued.deviceCode()).orElseThrow().allowed()).isPresent();
    }

    @Test
    void another_node_or_version_may_have_written_it_with_other_fields_in_another_order() {
        Issued issued = issue();
        Waiting waiting = waiting(issued);
        String key = "code." + waiting.key();
        Map<String, Object> written = new TreeMap<>(
                Json.readObject(world.cache.get(Region.DEVICE, key).orElseThrow()));
        written.put("unheardOf", true);
        world.cache.put(Region.DEVICE, key, Json.write(written), Duration.ofMinutes(10));
        assertThat(codes.deny(waiting.key())).isTrue();
    }

    @Test
    void nobody_answers_too_late() {
        Issued issued = issue();
        Waiting late = waiting(issued);
        world.clock.pass(Duration.ofMinutes(10));
        assertThat(codes.waiting(issued.userCode())).isEmpty();
        assertThat(codes.allow(late.key(), world.issued("openid", "", false))).isFalse();
        assertThat(codes.find(issued.deviceCode()).orElseThrow().stage()).isEqualTo(Stage.PENDING);
    }

    @Test
    void who_asks_too_early_waits_five_seconds_longer_each_time() {
        Issued issued = issue();
        assertThat(codes.mayPoll(issued.deviceCode())).isTrue();
        world.clock.pass(Duration.ofSeconds(3));
        assertThat(codes.mayPoll(issued.deviceCode())).isFalse(); // now ten
        world.clock.pass(Duration.ofSeconds(8));
        assertThat(codes.mayPoll(issued.deviceCode())).isFalse(); // now fifteen
        world.clock.pass(Duration.ofSeconds(13));
        assertThat(codes.mayPoll(issued.deviceCode())).isFalse(); // now twenty
        world.clock.pass(Duration.ofSeconds(20));
        assertThat(codes.mayPoll(issued.deviceCode())).isTrue();
    }

    @Test
    void who_has_been_slowed_down_stays_so() {
        Issued issued = issue();
        codes.mayPoll(issued.deviceCode());
        assertThat(codes.mayPoll(issued.deviceCode())).isFalse();
        world.clock.pass(Duration.ofSeconds(10));
        assertThat(codes.mayPoll(issued.deviceCode())).isTrue();
        world.clock.pass(Duration.ofSeconds(6));
        assertThat(codes.mayPoll(issued.deviceCode())).isFalse();
    }

    @Test
    void who_keeps_the_interval_is_never_slowed_down() {
        Issued issued = issue();
        for (int i = 0; i < 20; i++) {
            assertThat(codes.mayPoll(issued.deviceCode())).isTrue();
            world.clock.pass(Duration.ofMillis(4_800)); // a little early, as requests arrive
        }
    }
}
