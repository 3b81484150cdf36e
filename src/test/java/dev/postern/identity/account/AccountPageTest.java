package dev.postern.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.User;
import dev.postern.identity.consent.Application;
import dev.postern.identity.consent.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountPageTest {

    private static final Instant SINCE = Instant.parse("2026-11-20T10:00:00Z");
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void says_what_each_application_may_do_and_since_when() {
        assertThat(page(Locale.ENGLISH, List.of(allowed("Notes"))).html())
                .contains("You are signed in as Ana.")
                .contains("Notes</h3>", "read your notes <code>notes.read</code>", "Allowed since November 20, 2026")
                .contains(
                        "action=\"/id/account/withdraw\"", "name=\"client\" value=\"client-1\"", "value=\"the-token\"")
                .contains("aria-label=\"Withdraw what Notes may do\"")
                .contains("href=\"/id/logout\"")
                .doesNotContain("<script", "role=\"status\"");
    }

    @Test
    void says_where_the_person_is_signed_in_and_marks_this_browser() {
        OwnSession here = new OwnSession("sid-1", SINCE, "Firefox, Linux", "203.0.113.*", true, true, "t1");
        OwnSession there = new OwnSession("sid-2", SINCE, "", "198.51.100.*", false, false, "t3");
        assertThat(new SessionList(
                                "/id", List.of(here, there), "t2", dev.postern.page.Words.of("account", Locale.ENGLISH))
                        .html())
                .contains("<b>Firefox, Linux</b> <span class=\"badge ok\">This browser</span>")
                .contains(
                        "Unknown browser</b> <span class=\"badge\">Ended, unused</span>",
                        "from 198.51.100.*",
                        "value=\"sid-2\"",
                        "value=\"t3\"",
                        "End all others")
                .doesNotContain("value=\"sid-1\"");
    }

    @Test
    void speaks_spanish() {
        assertThat(page(SPANISH, List.of(allowed("Notas"))).html())
                .contains("lang=\"es\"", "Permitido desde el 20 de noviembre de 2026", "Retirar");
    }

    @Test
    void says_when_nothing_is_allowed() {
        assertThat(page(Locale.ENGLISH, List.of()).html())
                .contains("You have not allowed any application anything.")
                .doesNotContain("<form");
    }

    @Test
    void names_that_clients_chose_are_escaped() {
        String html = page(Locale.ENGLISH, List.of(allowed("<b onclick='x'>"))).html();
        assertThat(html).doesNotContain("<b onclick").contains("&lt;b onclick=&#39;x&#39;&gt;");
    }

    private static AllowedApplication allowed(String name) {
        return new AllowedApplication(
                "client-1",
                Application.named(name),
                List.of(new Permission("read your notes", "notes.read")),
                Instant.parse("2026-11-20T10:00:00Z"),
                "the-token");
    }

    private static AccountPage page(Locale language, List<AllowedApplication> allowed) {
        User user = new User("usr_1", "ana", "", Map.of("name", "Ana"), Set.of(), true);
        OwnSession here = new OwnSession(
                "sid-1", Instant.parse("2026-11-20T10:00:00Z"), "Firefox, Linux", "203.0.113.*", true, true, "t1");
        return new AccountPage(language, "/id", user, List.of(here), "t2", allowed, Optional.empty());
    }
}
