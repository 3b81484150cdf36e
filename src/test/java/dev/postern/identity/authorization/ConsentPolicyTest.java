package dev.postern.identity.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.Client;
import dev.postern.data.database.Permissions;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.identity.authorization.ConsentPolicy.Need;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RequestedClaims;
import dev.postern.identity.authorization.request.Requests;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.claims.UserClaims;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.FakeConsents;
import dev.postern.testing.fakes.FakeScopeDefinitions;
import dev.postern.testing.fakes.FakeUsers;
import dev.postern.testing.fakes.TestClients;
import dev.postern.testing.fakes.TestClock;
import org.junit.jupiter.api.Test;

class ConsentPolicyTest {

    private static final String SUBJECT = "usr_1";

    private final ConsentPolicy policy = new ConsentPolicy(
            new FakeConsents(),
            new RequestedClaims(new UserClaims(FakeScopeDefinitions.standard()), new FakeUsers()),
            new TestClock());
    private final TestClients firstParty = TestClients.web().firstParty();
    private final TestClients app = TestClients.web()
            .applicationType(ApplicationType.NATIVE)
            .redirectUris("http://127.0.0.1/callback")
            .firstParty();

    @Test
    void a_scope_that_was_not_granted_is_asked() {
        assertThat(need(Requests.good(), TestClients.web(), false)).isEqualTo(Need.CONSENT);

        policy.remember(SUBJECT, "web", Permissions.of(Scope.of("openid")));

        assertThat(need(Requests.good(), TestClients.web(), false)).isEqualTo(Need.CONSENT);
    }

    @Test
    void what_was_granted_is_not_asked_again_nor_less_than_it() {
        policy.remember(SUBJECT, "web", Permissions.of(Scope.of("openid", "profile", "email")));

        assertThat(need(Requests.good(), TestClients.web(), false)).isEqualTo(Need.NOTHING);
    }

    @Test
    void it_is_remembered_for_this_client_and_this_person_only() {
        policy.remember(SUBJECT, "other", Permissions.of(Scope.of("openid", "profile")));
        policy.remember("usr_2", "web", Permissions.of(Scope.of("openid", "profile")));

        assertThat(need(Requests.good(), TestClients.web(), false)).isEqualTo(Need.CONSENT);
    }

    @Test
    void prompt_consent_always_asks() {
        policy.remember(SUBJECT, "web", Permissions.of(Scope.of("openid", "profile")));
        Requests asking = Requests.good().with("prompt", "consent");

        assertThat(need(asking, TestClients.web(), false)).isEqualTo(Need.CONSENT);
        assertThat(need(asking, firstParty, true)).isEqualTo(Need.CONSENT);
    }

    @Test
    void a_first_party_client_needs_no_consent() {
        assertThat(need(Requests.good(), firstParty, false)).isEqualTo(Need.NOTHING);
    }

    @Test
    void but_offline_access_is_the_persons_to_give() {
        Requests offline = Requests.good().with("scope", "openid offline_access");

        assertThat(need(offline, firstParty, true)).isEqualTo(Need.CONSENT);

        policy.remember(SUBJECT, "web", Permissions.of(Scope.of("openid", "offline_access")));

        assertThat(need(offline, firstParty, true)).isEqualTo(Need.NOTHING);
    }

    @Test
    void a_program_on_the_persons_machine_is_never_approved_unseen() {
        Requests loopback = Requests.good().with("redirect_uri", "http://127.0.0.1:5000/callback");

        assertThat(need(loopback, app, false)).isEqualTo(Need.INTERACTION);
        assertThat(need(loopback, app, true)).isEqualTo(Need.NOTHING);
    }

    private Need need(Requests requests, TestClients client, boolean justSignedIn) {
        Client built = client.build();
        AuthorizationRequest request = requests.parse();
        return policy.need(request, VerifiedReturn.verify(FakeClients.of(built), request), SUBJECT, justSignedIn);
    }
}
