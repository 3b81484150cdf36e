package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a form of the console does with what is typed in, without scripts: the scope's stands for all. */
class FormsIT {

    private static final String FORM = "/console/scope-new";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Console adam = Console.adam(server.issuer());

    private Page send(Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(adam.get(FORM).fields());
        fields.remove("page");
        fields.put("save", "");
        fields.putAll(typed);
        return adam.post(FORM, fields);
    }

    private static String fresh() {
        return "form." + UUID.randomUUID();
    }

    @Test
    void success_leads_to_a_page_that_tells_of_it() {
        String name = fresh();
        Page sent = send(Map.of("name", name, "english", "see <script>alert(1)</script> & \"more\"", "spanish", ""));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).hasToString(server.issuer() + "/console/scopes?notice=created");
        String list = adam.get(sent.location().toString()).body();
        assertThat(list)
                .contains("The scope was made.", name, "see &lt;script&gt;alert(1)&lt;/script&gt; &amp;")
                .doesNotContain("<script>alert");
    }

    @Test
    void what_breaks_a_rule_is_told_at_its_field_and_nothing_typed_is_lost() {
        Page sent = send(Map.of("name", "two \"words\"", "english", "kept <b>text</b>", "spanish", ""));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("Cache-Control")).contains("no-store");
        assertThat(sent.body())
                .contains("id=\"name-why\"", "RFC 6749 section 3.3", "aria-invalid=\"true\"")
                .contains("two &quot;words&quot;", "kept &lt;b&gt;text&lt;/b&gt;")
                .doesNotContain("<b>text");
    }

    @Test
    void who_reads_spanish_is_told_in_spanish_which_rule_says_so() {
        String broken = send(Map.of("name", "two words", "english", "x", "others", "x", "lang", "es"))
                .body();
        assertThat(broken).contains("Debe ser un solo valor de ámbito (RFC 6749, sección 3.3).");
        assertThat(broken).doesNotContain("ust be", " section ");

        assertThat(send(Map.of("name", "notes.read", "english", "x", "spanish", "", "lang", "es"))
                        .body())
                .contains("Ya hay un ámbito con este nombre.");
    }

    @Test
    void a_name_that_is_taken_is_told() {
        assertThat(send(Map.of("name", "notes.read", "english", "x", "spanish", ""))
                        .body())
                .contains("There is a scope of this name already.");
    }

    @Test
    void fields_that_the_form_does_not_have_change_nothing() {
        String name = fresh();
        Page sent = send(Map.of(
                "name",
                name,
                "english",
                "x",
                "spanish",
                "",
                "claims",
                "email",
                "owner",
                "built-in",
                "scopeForm.claims",
                "email"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(server.database()
                        .rows("select owner as owner, document as document from scope_definition where name = ?", name)
                        .toString())
                .contains("console")
                .doesNotContain("email", "built-in");
    }

    @Test
    void what_an_administrator_cannot_type_into_a_form_changes_nothing() {
        MadeObjects made = MadeObjects.on(server, "kept");
        ConsoleForm user = form("/console/user-edit?subject=" + made.subject(), "save");
        Map<String, String> more = new LinkedHashMap<>(user.by("save"));
        more.putAll(
                Map.of("password", "another password altogether", "owner", "file:x", "userEdit.password", "another"));
        assertThat(adam.post(user.address(), more).status()).isEqualTo(303);
        assertThat(rows("app_user", "subject", made.subject()))
                .contains("console")
                .doesNotContain("file:x");
        assertThat(MadeObjects.canSignIn(server, made)).isTrue();

        ConsoleForm client = form("/console/client?id=" + made.client(), "save");
        more = new LinkedHashMap<>(client.by("save"));
        more.putAll(
                Map.of("client_id", "another", "client_secret", "x".repeat(40), "enabled", "false", "owner", "file:x"));
        assertThat(adam.post(client.address(), more).status()).isEqualTo(303);
        assertThat(rows("client", "client_id", made.client()))
                .contains("console")
                .doesNotContain("file:x", "another");
        assertThat(adam.get(client.address()).body()).doesNotContain("id=\"enable\"");
    }

    /** Of the test's set-up file. */
    private String alice() {
        return String.valueOf(server.database()
                .rows("select subject from app_user where username_key = 'alice'")
                .get(0)
                .get("subject"));
    }

    private ConsoleForm form(String address, String button) {
        return ConsoleForm.of(adam.get(address)).stream()
                .filter(form -> form.buttons().contains(button))
                .findFirst()
                .orElseThrow();
    }

    private String rows(String table, String column, String id) {
        return server.database()
                .rows("select * from " + table + " where " + column + " = ?", id)
                .toString();
    }

    @Test
    void what_a_file_owns_names_the_file_and_has_no_button() {
        for (String address : List.of(
                "/console/client?id=web-basic",
                "/console/user?subject=" + alice(),
                "/console/scope?name=orders.read",
                "/console/api?id=https://orders.test/api")) {
            Page page = adam.get(address);
            assertThat(page.body()).as(address).contains("test-setup.yaml");
            assertThat(page.body()).as(address).doesNotContain("id=\"save\"", "/console/user-edit");
        }
    }

    @Test
    void a_change_by_hand_of_what_a_file_owns_is_refused_with_the_name_of_the_file() {
        ConsoleForm form = form("/console/user-edit?subject=" + alice(), "save");
        Page refused = adam.post(form.address(), form.by("save", "Other"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("It belongs to the file test-setup.yaml");
        assertThat(rows("app_user", "username_key", "alice")).contains("alice").doesNotContain("Other");
    }

    @Test
    void an_address_that_names_a_notice_which_is_none_shows_none() {
        assertThat(adam.get("/console/scopes?notice=%3Cscript%3Ealert(1)").body())
                .doesNotContain("alert(1)</", "<script>alert");
    }
}
