package dev.postern.identity.administration.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.ClientKind;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.protocol.ClientSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeDefaultsTest {

    @ParameterizedTest
    @EnumSource
    void they_break_no_rule_and_make_a_client_of_that_kind(ClientKind kind) {
        ObjectNode metadata = SafeDefaults.of(kind).put("client_id", "new");
        if (SafeDefaults.redirects(kind)) {
            metadata.putArray("redirect_uris").add("https://app.example/callback");
        }
        List<Problem> problems = new ArrayList<>();
        Client client = ClientMetadata.read(new StrictFields(metadata, "", problems), Optional.empty())
                .client();
        Optional<ClientSecret> secret = client.authentication().method().usesSecret()
                ? Optional.of(new ClientSecret("x".repeat(64)))
                : Optional.empty();

        assertThat(problems).isEmpty();
        assertThat(ClientRules.check(new ClientDraft(client, secret), new KnownNames(scope -> true, resource -> true)))
                .isEmpty();
        assertThat(client.kind()).isEqualTo(kind);
        assertThat(client.isConfidential()).isEqualTo(SafeDefaults.keepsSecrets(kind));
        assertThat(client.requests().pkce()).isEqualTo(PkcePolicy.REQUIRED);
        assertThat(client.refresh().use()).isEqualTo(RefreshUse.ROTATE);
        assertThat(client.access().responseTypes()).isIn(Set.of("code"), Set.of());
    }
}
