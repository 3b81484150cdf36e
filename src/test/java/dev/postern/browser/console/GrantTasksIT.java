package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main tasks with grants and tokens. */
class GrantTasksIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "refresh-always");
    private final Desk desk = new Desk(server);

    @AfterEach
    void leave() {
        desk.close();
    }

    private void find(String token) {
        desk.open("/console/grants");
        desk.type("#token", token);
        desk.click("#find-token");
    }

    @Test
    void a_pasted_token_leads_to_its_family_and_all_of_it_is_revoked() {
        Answer first = client.tokens("openid profile");
        Answer second = client.refresh(first.text("refresh_token"));

        find(first.text("refresh_token"));
        assertThat(desk.notice()).contains("good for nothing now");
        assertThat(desk.page().url()).doesNotContain(first.text("refresh_token"));
        assertThat(desk.at("ol.hops li").allInnerTexts()).hasSize(2);
        assertThat(desk.at("ol.hops").innerText()).contains("spent", "usable");
        desk.awaitOnPage("tbody tr:has-text('token_refreshed')");
        desk.picture("grant");
        find(second.text("access_token"));
        assertThat(desk.notice()).contains("is good now");

        desk.click("#revoke");
        assertThat(desk.notice()).contains("The grant is revoked.");
        assertThat(desk.at("ol.hops").innerText()).contains("ended");
        assertThat(client.refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(client.userInfo(second.text("access_token")).status()).isEqualTo(401);
        find(second.text("access_token"));
        assertThat(desk.notice()).contains("good for nothing now");
    }

    @Test
    void what_is_no_token_is_told_at_the_field() {
        find("not-a-token-of-this-server");
        assertThat(desk.at("#token-why").textContent()).contains("none of this server");
        assertThat(desk.at("#token").inputValue()).isEmpty();
    }

    @Test
    void grants_are_found_by_application() {
        client.tokens("openid profile");
        desk.open("/console/grants");
        desk.type("#client_id", "refresh-always");
        desk.at("#client_id").press("Enter");
        assertThat(desk.at("tbody tr td:nth-of-type(2)").allInnerTexts())
                .isNotEmpty()
                .allMatch("refresh-always"::equals);
        desk.picture("grants");
        desk.open("/console/grants?client_id=no-such-client");
        assertThat(desk.at(".nothing").count()).isEqualTo(1);
    }
}
