package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.ClientKind;
import dev.postern.testing.fakes.TestClients;
import org.junit.jupiter.api.Test;

class ClientKindTest {

    @Test
    void the_kind_of_a_client_follows_from_its_metadata() {
        TestClients web = TestClients.web();
        assertThat(web.build().kind()).isEqualTo(ClientKind.WEB);
        assertThat(web.authentication(ClientAuthenticationMethod.NONE).build().kind())
                .isEqualTo(ClientKind.BROWSER);
        assertThat(web.applicationType(ApplicationType.NATIVE).build().kind()).isEqualTo(ClientKind.NATIVE);
        assertThat(web.grantTypes("client_credentials").build().kind()).isEqualTo(ClientKind.SERVICE);
        assertThat(web.grantTypes().build().kind()).isEqualTo(ClientKind.RESOURCE_SERVER);
    }
}
