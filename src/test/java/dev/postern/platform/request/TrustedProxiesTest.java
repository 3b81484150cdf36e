package dev.postern.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = trusting("10.0.0.0/8,192.168.7.1,fd00::/9");

    @Test
    void without_proxies_the_header_is_ignored() {
        assertThat(trusting("").clientAddress("203.0.113.9", List.of("1.2.3.4")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void a_stranger_cannot_choose_an_address() {
        assertThat(proxies.clientAddress("203.0.113.9", List.of("1.2.3.4"))).isEqualTo("203.0.113.9");
    }

    @Test
    void the_first_untrusted_address_from_the_right_is_the_client() {
        assertThat(proxies.clientAddress("10.1.1.1", List.of("6.6.6.6", " 198.51.100.3", " 192.168.7.1 ")))
                .isEqualTo("198.51.100.3");
    }

    @Test
    void an_entry_that_is_no_address_ends_the_walk() {
        assertThat(proxies.clientAddress("10.1.1.1", List.of("8.8.8.8", "localhost")))
                .isEqualTo("10.1.1.1");
        assertThat(proxies.clientAddress("10.1.1.1", List.of("8.8.8.8", "<script>")))
                .isEqualTo("10.1.1.1");
    }

    @Test
    void an_address_has_one_spelling() {
        TrustedProxies none = trusting("");
        assertThat(none.clientAddress("203.0.113.0", List.of())).isEqualTo("203.0.113.0");
        assertThat(none.clientAddress("203.0.113.09", List.of())).isEqualTo("203.0.113.9");
        assertThat(none.clientAddress("2001:DB8::1", List.of())).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(none.clientAddress("203.0.113.256", List.of())).isEqualTo("203.0.113.256");
        assertThat(none.clientAddress("203.0.113", List.of())).isEqualTo("203.0.113");
    }

    @Test
    void ports_and_brackets_are_dropped() {
        assertThat(proxies.clientAddress("10.1.1.1", List.of("198.51.100.3:4711")))
                .isEqualTo("198.51.100.3");
        assertThat(proxies.clientAddress("10.1.1.1", List.of("[2001:db8::1]:443")))
                .isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void ipv6_blocks_and_mapped_addresses_work() {
        assertThat(proxies.trusts("fd7f:1::2")).isTrue();
        assertThat(proxies.trusts("fd80::2")).isFalse();
        assertThat(proxies.trusts("::ffff:10.2.3.4")).isTrue();
        assertThat(proxies.trusts("11.0.0.1")).isFalse();
    }

    @Test
    void a_wrong_block_stops_the_start_and_names_the_setting() {
        assertThatThrownBy(() -> trusting("10.0.0.0/33"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postern.trusted-proxies");
        assertThatThrownBy(() -> trusting("proxy.example")).isInstanceOf(IllegalStateException.class);
    }

    private static TrustedProxies trusting(String proxies) {
        return new TrustedProxies(Settings.of(Map.of("postern.trusted-proxies", proxies)));
    }
}
