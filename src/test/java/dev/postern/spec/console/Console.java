package dev.postern.spec.console;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody at the console without a screen. */
public final class Console {

    /** Every view. Who adds one adds a line, and all rules about views are held against it. */
    public static final List<String> VIEWS = List.of(
            "/console",
            "/console/clients",
            "/console/client?id=web-basic",
            "/console/client-secrets?id=web-basic",
            "/console/client-redirect?id=web-basic&uri=http://127.0.0.1:1/callback",
            "/console/client-end?id=web-basic",
            "/console/registration-tokens",
            "/console/users",
            "/console/grants",
            "/console/sessions",
            "/console/scopes",
            "/console/scope?name=email",
            "/console/apis",
            "/console/keys",
            "/console/audit",
            "/console/reports",
            "/console/settings");

    /** Views that only change something: auditors have no use for them. */
    public static final List<String> CHANGING = List.of(
            "/console/client-new",
            "/console/client-new?kind=web",
            "/console/client-copy?id=web-basic",
            "/console/registration-token-new",
            "/console/user-edit",
            "/console/scope-new",
            "/console/scope-delete?name=email",
            "/console/api-new",
            "/console/key-rotate?algorithm=ES256");

    /** The views about a client that have more on them if whoever looks may change it. */
    public static List<String> ofClient(String id) {
        return Stream.of("client", "client-secrets", "client-end")
                .map(view -> "/console/" + view + "?id=" + id)
                .toList();
    }

    /** Every form's address besides the views, which take their own. */
    static final List<String> FORMS = List.of("/console/sign-out", "/console/language");

    private final Browser browser;

    private Console(Browser browser) {
        this.browser = browser;
    }

    /** Signs in at the console's own door and walks back to the page that was asked for. */
    static Console signIn(String issuer, String username, String password) {
        Console console = new Console(new Browser(issuer));
        console.walk("/console/scopes", username, password);
        return console;
    }

    public static Console adam(String issuer) {
        return signIn(issuer, "adam", "nine tall sunflower fields");
    }

    static Console audrey(String issuer) {
        return signIn(issuer, "audrey", "marble stairs and echoes");
    }

    /** Has no role. */
    static Console bob(String issuer) {
        return signIn(issuer, "bob", "seven quiet harbours");
    }

    /** Asks for a page and signs in wherever that is wanted. @return the first page that is neither a redirect nor a login */
    Page walk(String url, String username, String password) {
        Page page = browser.get(url);
        for (int steps = 0; steps < 10 && (page.status() == 303 || isLogin(page)); steps++) {
            page = page.status() == 303 ? browser.get(page.location()) : browser.login(page, username, password);
        }
        return page;
    }

    private boolean isLogin(Page page) {
        return browser.path(page.uri()).equals("/login");
    }

    public Page get(String path) {
        return browser.get(path);
    }

    public Page post(String path, Map<String, String> fields, String... headers) {
        return browser.post(path, fields, headers);
    }

    /** The token that this session's forms carry. */
    public String token() {
        return browser.get("/console/scopes").fields().get("csrf");
    }

    Browser browser() {
        return browser;
    }
}
