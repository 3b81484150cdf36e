package dev.postern.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupFileReaderTest {

    private static final String CONFIDENTIAL = """
            clients:
              - client_id: shop
                client_secret: shop-secret-0123456789-0123456789-ab
                redirect_uris: [ "https://shop.example/callback" ]
                grant_types: [ authorization_code, refresh_token ]
            """;

    private static final String PUBLIC = """
            clients:
              - client_id: shop
                token_endpoint_auth_method: none
                redirect_uris: [ "https://shop.example/callback" ]
                grant_types: [ authorization_code, refresh_token ]
            """;

    @Test
    void reads_the_set_up_of_the_black_box_tests() throws IOException {
        SetupFile file = SetupFiles.read(Files.readString(Path.of("src/test/resources/setup/test-setup.yaml")));

        assertThat(file.owner()).isEqualTo("file:test.yaml");
        assertThat(file.clients()).hasSizeGreaterThan(20);
        assertThat(file.users())
                .extracting(user -> user.username())
                .contains("alice", "bob", "carol", "audrey", "adam");
        assertThat(file.resourceServers())
                .extracting(server -> server.tokenFormat())
                .containsExactly(TokenFormat.JWT, TokenFormat.OPAQUE);
        assertThat(file.initialAccessTokens()).hasSize(4);
    }

    @Test
    void gives_a_client_safe_defaults() {
        Client client = SetupFiles.read(CONFIDENTIAL).clients().get(0).client();

        assertThat(client.requests().pkce()).isEqualTo(PkcePolicy.REQUIRED);
        assertThat(client.refresh().policy()).isEqualTo(RefreshPolicy.WITH_OFFLINE_ACCESS);
        assertThat(client.refresh().use()).isEqualTo(RefreshUse.ROTATE);
        assertThat(client.refresh().reuseGrace()).hasSeconds(10);
        assertThat(client.identity().idTokenAlgorithm()).isEqualTo("RS256");
        assertThat(client.access().firstParty()).isFalse();
    }

    @Test
    void reads_json_by_the_name_of_the_file() {
        String json = "{\"clients\": [{\"client_id\": \"shop\", \"token_endpoint_auth_method\": \"none\",\n"
                + "\"redirect_uris\": [\"https://shop.example/callback\"]}]}";

        assertThat(SetupFiles.read("test.json", json).clients()).hasSize(1);
    }

    @Test
    void an_empty_file_of_sections_wants_nothing() {
        assertThat(SetupFiles.read("clients: []\n").clients()).isEmpty();
    }

    @Test
    void reads_secrets_from_environment_and_files(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "shop-secret-out-of-a-file-0123456789\n");
        String text = CONFIDENTIAL.replaceFirst("client_secret: .*", "client_secret_file: secret.txt")
                + "users: [ { username: alice, password_env: ALICE_PASSWORD } ]\n";

        SetupFile file = SetupFiles.read("test.yaml", text, folder);

        assertThat(file.clients().get(0).secret().orElseThrow().value())
                .isEqualTo("shop-secret-out-of-a-file-0123456789");
        assertThat(file.users().get(0).password()).contains("copper lantern at noon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_name: 7                                     | line 6, column 5: clients[0].client_name must be text: put it in quotes",
                "client_nam: Shop                                   | clients[0].client_nam unknown field; known are client_id",
                "redirect_uris: [ 'https://x.example/' ]            | line 6, column 5: field redirect_uris is repeated",
                "post_logout_redirect_uris: [ 'https://x.example/', '/out' ] | line 6, column 56: clients[0].post_logout_redirect_uris[1] must be an absolute URI",
                "first_party: 'yes'                                 | first_party must be true or false",
                "pkce: none                                         | pkce must be one of nonce, optional, required",
                "reuse_grace: 61s                                   | reuse_grace must be between 0s and 60s",
                "reuse_grace: soon                                  | reuse_grace write a duration",
                "scope: openid orders                               | scope unknown scope orders",
                "scope: 'openid  profile'                           | scope must be scope values separated by one space",
                "default_resource: https://other.example            | default_resource unknown resource server",
                "origins: [ 'https://shop.example/' ]               | origins[0] write it as browsers do: https://shop.example",
                "logo_uri: http://shop.example/logo.png             | logo_uri must be https",
                "client_secret_env: SHOP_SECRET                     | client_secret_env must be absent where client_secret is given",
                "id_token_signed_response_alg: none                 | id_token_signed_response_alg must be one of ES256, EdDSA, PS256, RS256",
                "application_type: desktop                          | application_type must be one of native, web",
                "client_name#español: Tienda                        | needs a language tag after #",
                "tos_uri#es: http://shop.example/es/terms           | tos_uri#es must be https",
                "userinfo_signed_response_alg: HS256                | userinfo_signed_response_alg must be one of ES256, EdDSA, PS256, RS256",
                "request_object_signing_alg: HS256                  | request_object_signing_alg must be one of ES256, EdDSA, PS256, RS256",
                "request_uris: [ 'http://shop.example/r#x' ]        | request_uris[0] must be https",
                "default_max_age: -1                                | default_max_age must be a whole number of seconds",
                "default_max_age: '60'                              | default_max_age must be a whole number of seconds",
                "require_auth_time: 1                               | require_auth_time must be true or false",
                "initiate_login_uri: http://shop.example/login      | initiate_login_uri must be https",
                "initiate_login_uri: http://127.0.0.1/login         | initiate_login_uri must be https",
                "initiate_login_uri: /login                         | initiate_login_uri must be an absolute URI",
                "backchannel_logout_uri: http://shop.example/out    | backchannel_logout_uri must be https",
                "backchannel_logout_uri: 'https://shop.example/#x'  | backchannel_logout_uri must not have a fragment",
                "backchannel_logout_session_required: true          | belongs to backchannel_logout_uri",
                "frontchannel_logout_uri: https://other.example/out | frontchannel_logout_uri must have the scheme, host and port",
                "frontchannel_logout_session_required: true         | belongs to frontchannel_logout_uri",
                "sector_identifier_uri: http://shop.example/uris    | sector_identifier_uri must be https",
                "subject_type: private                              | subject_type must be one of pairwise, public",
                "jwks_uri: https://shop.example/jwks#1              | jwks_uri must not have a fragment",
                "response_types: [ code, token ]                    | response_types[1] must be one of code, id_token, id_token token",
                "response_types: [ code, id_token ]                 | belong to grant implicit: name both or neither",
                "assertion_audience: token_endpoint                 | assertion_audience belongs to private_key_jwt",
            })
    void stops_with_line_and_reason(String line, String expected) {
        assertThatThrownBy(() -> SetupFiles.read(CONFIDENTIAL + "    " + line + "\n"))
                .isInstanceOf(SetupRefused.class)
                .hasMessageStartingWith("set-up file test.yaml, line ")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("shop-secret")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_secret: shop-secret-0123456789-0123456789-ab | client_secret must be absent with none",
                "refresh_use: keep                                   | refresh_use a public client's refresh tokens must rotate",
                "pkce: nonce                                         | pkce must be required for a public client",
                "pkce: optional                                      | pkce must be required for a public client",
                "token_endpoint_auth_signing_alg: ES256              | belongs to private_key_jwt",
            })
    void holds_public_clients_to_their_rules(String line, String expected) {
        assertThatThrownBy(() -> SetupFiles.read(PUBLIC + "    " + line + "\n")).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id: shop     | client_id: usr_shop   | client_id must not start with usr_",
                "client_id: shop     | client_name: Shop     | clients[0] client_id is missing",
                "0123456789-ab       | 012                   | client_secret must be 32 to 512",
                "client_secret: shop | client_name: shop     | client_secret_basic needs a client_secret",
                "redirect_uris: [    | contacts: [           | redirect_uris authorization_code needs at least one",
                "https://shop.example/callback | https://*.shop.example/callback | redirect_uris[0] must not contain a wildcard",
                "authorization_code, refresh_token | refresh_token | grant_types refresh_token needs authorization_code",
                "authorization_code, refresh_token | password      | grant_types[0] must be one of",
            })
    void refuses_what_a_rule_forbids(String part, String instead, String expected) {
        assertThatThrownBy(() -> SetupFiles.read(CONFIDENTIAL.replace(part, instead)))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client: []                                                 | line 1, column 1: client unknown field; known are clients, scopes",
                "clients: {}                                                | clients must be a list",
                "clients: [ shop ]                                          | clients[0] must be an object with fields",
                "[]                                                         | the file must be an object with the sections",
                "'clients: [ '                                              | line 1, column",
                "scopes: [ { name: 'a b', description: read a } ]           | must be one scope value",
                "scopes: [ { name: email, description: read a } ]           | scopes[0].name is built in",
                "scopes: [ { name: a } ]                                    | description is missing",
                "resource-servers: [ { identifier: 'https://a.example/#x' } ] | identifier must not have a fragment",
                "resource-servers: [ { identifier: a } ]                    | identifier must be an absolute URI",
                "resource-servers: [ { identifier: 'https://a.example', scopes: [ a ] } ] | scopes[0] unknown scope a",
                "resource-servers: [ { identifier: 'https://a.example', client_id: b } ]  | client_id unknown client",
                "resource-servers: [ { identifier: 'https://a.example', token_lifetime: 25h } ] | token_lifetime must be between 1s and 24h",
                "users: [ { username: alice, password: short } ]            | password must have at least 12 characters",
                "users: [ { username: alice, password_hash: '$2y$10$abc' } ] | password_hash must be Argon2id in PHC form",
                "users: [ { username: alice, roles: [ root ] } ]            | roles[0] must be one of administrator, auditor",
                "users: [ { username: alice, claims: { sub: x } } ]         | claims.sub is a claim of the protocol",
                "users: [ { username: alice }, { username: ALICE } ]        | users[1].username is in the file twice",
                "users: [ { username: alice, password_env: NOWHERE } ]      | names the environment variable NOWHERE, which is not set",
                "initial-access-tokens: [ { name: a, token: short } ]       | token must be 32 to 512",
                "initial-access-tokens: [ { name: a } ]                     | token is missing",
                "initial-access-tokens: [ { name: a, token: 01234567890123456789012345678901, policy: { most_clients: 0 } } ] | policy.most_clients must be a whole number above 0",
                "initial-access-tokens: [ { name: a, token: 01234567890123456789012345678901, policy: { pkce: none } } ] | policy.pkce must be one of nonce, optional, required",
                "initial-access-tokens: [ { name: a, token: 01234567890123456789012345678901, policy: { grant_types: [ password ] } } ] | policy.grant_types must be a list of authorization_code",
                "initial-access-tokens: [ { name: a, token: 01234567890123456789012345678901, policy: { scope: 'a  b' } } ] | policy.scope must be scope values",
                "'users: &a [ { username: x } ]\nscopes: *a'                | aliases are not read",
                "'users: []\n---\nusers: []'                                | nothing may follow the first document",
            })
    void refuses_wrong_sections(String text, String expected) {
        assertThatThrownBy(() -> SetupFiles.read(text))
                .isInstanceOf(SetupRefused.class)
                .hasMessageContaining(expected);
    }

    @Test
    void one_scope_belongs_to_one_resource_server() {
        String text = """
                scopes: [ { name: a, description: read a } ]
                resource-servers:
                  - { identifier: "https://one.example", scopes: [ a ] }
                  - { identifier: "https://two.example", scopes: [ a ] }
                """;

        assertThatThrownBy(() -> SetupFiles.read(text))
                .hasMessageContaining(
                        "line 4, column 52: resource-servers[1].scopes[0] a belongs to https://one.example");
    }

    @Test
    void refuses_private_keys() throws IOException {
        String keys = Files.readString(Path.of("src/test/resources/keys/test-client.jwks.json"))
                .replaceAll("\\s", "");
        String text = """
                clients:
                  - client_id: shop
                    token_endpoint_auth_method: private_key_jwt
                    redirect_uris: [ "https://shop.example/callback" ]
                    jwks: %s
                """.formatted(keys);

        assertThatThrownBy(() -> SetupFiles.read(text)).hasMessageContaining("jwks must hold public keys only");
    }

    @Test
    void pairwise_subjects_for_several_hosts_need_a_sector() {
        String text = CONFIDENTIAL.replace("callback\"", "callback\", \"https://other.example/callback\"")
                + "    subject_type: pairwise\n";

        assertThatThrownBy(() -> SetupFiles.read(text))
                .hasMessageContaining("sector_identifier_uri is needed for pairwise subjects");
    }

    @Test
    void a_key_set_is_inline_or_fetched_but_not_both() {
        String text = CONFIDENTIAL + "    jwks_uri: https://shop.example/jwks\n    jwks: { keys: [] }\n";

        assertThatThrownBy(() -> SetupFiles.read(text)).hasMessageContaining("jwks_uri must be absent where jwks");
    }

    @Test
    void reads_the_whole_of_a_client() {
        String text = CONFIDENTIAL + """
                    client_name: Shop
                    client_name#es: Tienda
                    policy_uri#es: https://shop.example/es/privacidad
                    initiate_login_uri: https://shop.example/login
                    software_id: shop-software
                    software_version: "2.1"
                """;

        Presentation shown = SetupFiles.read(text).clients().get(0).client().presentation();

        assertThat(shown.name().in("es")).isEqualTo("Tienda");
        assertThat(shown.name().in("fr")).isEqualTo("Shop");
        assertThat(shown.policyUri().in("es")).isEqualTo("https://shop.example/es/privacidad");
        assertThat(shown.initiateLoginUri()).isEqualTo("https://shop.example/login");
        assertThat(shown.softwareId()).isEqualTo("shop-software");
        assertThat(shown.softwareVersion()).isEqualTo("2.1");
    }

    @Test
    void names_several_problems_at_once() {
        assertThatThrownBy(() -> SetupFiles.read("users: [ { name: a }, { name: b }, { name: c } ]"))
                .hasMessageContaining("; and 3 more");
    }
}
