package dev.postern.identity.authorization.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.identity.claims.UserClaims;
import dev.postern.protocol.GrantedClaims;
import dev.postern.testing.fakes.FakeScopeDefinitions;
import dev.postern.testing.fakes.FakeUsers;
import dev.postern.testing.fakes.TestClients;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestedClaimsTest {

    private final FakeUsers users = new FakeUsers();
    private final RequestedClaims claims = new RequestedClaims(new UserClaims(FakeScopeDefinitions.standard()), users);
    private final Client client =
            TestClients.web().scope("openid", "profile", "email").build();

    RequestedClaimsTest() {
        Map<String, Object> known = Map.of("name", "Alice", "email", "alice@a.test", "email_verified", true);
        users.save(new User("usr_1", "alice", "", known, Set.of(), true), "test");
    }

    private static AuthorizationRequest asking(String scope, String claims) {
        return Requests.good().with("scope", scope).with("claims", claims).parse();
    }

    @Test
    void the_person_is_asked_for_what_the_scope_does_not_release() {
        String both = "{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":null}}";

        assertThat(claims.permissions(asking("openid", both), client).claims()).containsExactly("name", "email");
        assertThat(claims.permissions(asking("openid email", both), client).claims())
                .containsExactly("name");
    }

    @Test
    void what_no_scope_of_the_client_releases_is_ignored() {
        AuthorizationRequest request =
                asking("openid", "{\"userinfo\":{\"email\":{\"essential\":true},\"roles\":null,\"sub\":null}}");
        Client modest = TestClients.web().scope("openid", "profile").build();

        assertThat(claims.permissions(request, modest).claims()).isEmpty();
        assertThat(claims.granted(request, modest, "usr_1")).isEqualTo(GrantedClaims.NONE);
    }

    @Test
    void is_granted_where_it_was_asked_for() {
        AuthorizationRequest request = asking("openid", "{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":null}}");

        assertThat(claims.granted(request, client, "usr_1"))
                .isEqualTo(new GrantedClaims(Set.of("name"), Set.of("email")));
    }

    @Test
    void a_claim_with_another_value_than_the_wished_one_is_left_out() {
        AuthorizationRequest request =
                asking("openid", "{\"userinfo\":{\"name\":{\"value\":\"Bob\"},\"email_verified\":{\"value\":true}}}");

        assertThat(claims.granted(request, client, "usr_1").userInfo()).containsExactly("email_verified");
    }

    @Test
    void without_openid_there_are_none() {
        assertThat(claims.granted(asking("profile", "{\"userinfo\":{\"email\":null}}"), client, "usr_1"))
                .isEqualTo(GrantedClaims.NONE);
    }
}
