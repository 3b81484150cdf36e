package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientDocumentTest {

    @Test
    void reads_what_it_wrote() {
        Client client = TestClients.web().id("shop").secretHash("hash").build();

        assertThat(ClientDocument.read(ClientDocument.write(client))).isEqualTo(client);
    }

    @Test
    void what_a_document_does_not_say_is_as_in_a_blank_client() {
        assertThat(ClientDocument.read("{\"id\": \"shop\", \"presentation\": {\"contacts\": []}}"))
                .isEqualTo(Client.blank("shop"));
    }

    @Test
    void reads_a_document_of_the_first_shape() {
        Client client = ClientDocument.read("""
                {"id":"shop","name":"Shop","names":{"es":"Tienda"},"applicationType":"NATIVE",
                "authentication":"PRIVATE_KEY_JWT","secretHashes":["hash"],"jwks":"{}",
                "redirectUris":["https://shop.example/callback"],"postLogoutRedirectUris":["https://shop.example/"],
                "origins":["https://shop.example"],"grantTypes":["authorization_code"],"responseTypes":["code"],
                "scope":{"values":["openid","profile"]},"defaultResource":"https://api.example","resources":["https://api.example"],
                "idTokenAlgorithm":"ES256","assertionAlgorithm":"RS256","pkce":"OPTIONAL","refreshTokens":"ALWAYS",
                "refreshUse":"KEEP","reuseGrace":"PT5S","firstParty":true,"selfRegistered":false,
                "logoUri":"https://shop.example/logo.svg","clientUri":"","policyUri":"","tosUri":"","contacts":["team"]}
                """);

        assertThat(client.displayName("es")).isEqualTo("Tienda");
        assertThat(client.presentation().logoUri().plain()).isEqualTo("https://shop.example/logo.svg");
        assertThat(client.presentation().contacts()).containsExactly("team");
        assertThat(client.redirection().isNative()).isTrue();
        assertThat(client.redirection().redirectUris()).containsExactly("https://shop.example/callback");
        assertThat(client.redirection().origins()).containsExactly("https://shop.example");
        assertThat(client.authentication().method()).isEqualTo(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        assertThat(client.authentication().secretHashes()).containsExactly("hash");
        assertThat(client.authentication().algorithm()).isEqualTo("RS256");
        assertThat(client.keys().jwks()).isEqualTo("{}");
        assertThat(client.mayUse("authorization_code")).isTrue();
        assertThat(client.access().responseTypes()).containsExactly("code");
        assertThat(client.access().scope().wire()).isEqualTo("openid profile");
        assertThat(client.access().defaultResource()).isEqualTo("https://api.example");
        assertThat(client.access().resources()).containsExactly("https://api.example");
        assertThat(client.access().firstParty()).isTrue();
        assertThat(client.requests().pkce()).isEqualTo(PkcePolicy.OPTIONAL);
        assertThat(client.identity().idTokenAlgorithm()).isEqualTo("ES256");
        assertThat(client.refresh().policy()).isEqualTo(RefreshPolicy.ALWAYS);
        assertThat(client.refresh().reuseGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(client.logout().returnUris()).containsExactly("https://shop.example/");
        assertThat(client.registration().selfMade()).isFalse();
    }
}
