package dev.postern.identity.account.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.database.User;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.page.PageRefused;
import dev.postern.platform.Issuer;
import dev.postern.platform.MasterKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountFormsTest {

    private static final AccountForms FORMS =
            new AccountForms(new MasterKeys(Map.of(1, new byte[32])), new Issuer("https://id.example", ""));

    @Test
    void a_token_is_good_for_its_client_on_its_browser() {
        FORMS.refuseForged(visitor("browser"), "notes", FORMS.token(visitor("browser"), "notes"));
    }

    @Test
    void it_is_not_good_for_another_client() {
        assertRefused(visitor("browser"), "mail", FORMS.token(visitor("browser"), "notes"));
    }

    @Test
    void it_is_not_good_on_another_browser() {
        assertRefused(visitor("another"), "notes", FORMS.token(visitor("browser"), "notes"));
    }

    @Test
    void no_token_is_not_good() {
        assertRefused(visitor("browser"), "notes", "");
    }

    private static void assertRefused(Visitor visitor, String clientId, String token) {
        assertThatThrownBy(() -> FORMS.refuseForged(visitor, clientId, token)).isInstanceOf(PageRefused.class);
        assertThat(token).isNotEqualTo(FORMS.token(visitor, clientId));
    }

    private static Visitor visitor(String browserHash) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        User user = new User("usr_1", "ana", "", Map.of(), Set.of(), true);
        SsoSession session = new SsoSession("sid", "usr_1", now, List.of("pwd"), now, now.plusSeconds(60));
        return new Visitor(user, session, browserHash);
    }
}
