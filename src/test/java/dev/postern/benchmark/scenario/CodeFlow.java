package dev.postern.benchmark.scenario;

import dev.postern.benchmark.load.HttpAnswer;
import dev.postern.benchmark.load.VirtualUser;
import dev.postern.benchmark.load.VirtualUser.Tokens;
import dev.postern.benchmark.load.WrongAnswer;
import dev.postern.benchmark.setup.Target;
import dev.postern.testserver.Browser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authorization code with PKCE as the scenarios use it: RFC 6749 section 4.1, RFC 7636, OpenID Connect Core section 3.1. */
final class CodeFlow {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String FIXED = "/authorize?response_type=code&client_id=" + Target.CLIENT_ID + "&redirect_uri="
            + encoded(Target.REDIRECT_URI) + "&scope=" + encoded(Target.SCOPE) + "&code_challenge_method=S256";

    private CodeFlow() {}

    /** Signs the user in for the first time, with consent; from then on their cookies and the consent are remembered. */
    static void firstSignIn(VirtualUser user) {
        Map<String, String> request = Map.of(
                "response_type",
                "code",
                "client_id",
                Target.CLIENT_ID,
                "redirect_uri",
                Target.REDIRECT_URI,
                "scope",
                Target.SCOPE,
                "state",
                "first",
                "code_challenge",
                user.challenge("a-verifier-that-is-never-sent-since-the-code-is-left"),
                "code_challenge_method",
                "S256");
        Browser browser = new Browser(user.target().issuer());
        try {
            if (browser.signIn(request, user.username(), Target.PASSWORD)
                    .parameter("code")
                    .isEmpty()) {
                throw new WrongAnswer("no code at the first sign-in");
            }
        } catch (AssertionError e) {
            throw new WrongAnswer("the first sign-in failed: " + e.getMessage());
        }
        user.cookies().putAll(browser.cookies());
    }

    /** A code, and what is needed to redeem it. */
    record Issued(String code, String verifier, String nonce) {

        String form() {
            return "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
                    + encoded(Target.REDIRECT_URI) + "&code_verifier=" + verifier;
        }
    }

    /** Authorize with the session that the user has. */
    static Issued withSession(VirtualUser user) {
        Request request = Request.of(user);
        return issued(
                request, user.browse("GET", request.path(), "").expect(303).location());
    }

    /** Authorize with a login page in between. */
    static Issued withLogin(VirtualUser user) {
        Request request = Request.of(user);
        HttpAnswer toLogin = user.browse("GET", request.path(), "").expect(303);
        HttpAnswer page =
                user.browse("GET", path(toLogin.location(), "/login"), "").expect(200);
        HttpAnswer answer = user.browse("POST", "/interaction/login", loginForm(user, page.body()))
                .expect(303);
        while (!answer.location().startsWith(Target.REDIRECT_URI)) {
            answer = user.browse("GET", path(answer.location(), "/authorize"), "")
                    .expect(303);
        }
        return issued(request, answer.location());
    }

    static void redeem(VirtualUser user, Issued issued) {
        token(user, issued.form(), issued.nonce());
    }

    static void refresh(VirtualUser user) {
        String before = user.tokens().refresh();
        token(user, "grant_type=refresh_token&refresh_token=" + encoded(before), "");
        if (user.tokens().refresh().equals(before)) {
            throw new WrongAnswer("the refresh token was not rotated");
        }
    }

    /** What is random in one authorization request. */
    private record Request(String verifier, String challenge, String state, String nonce) {

        static Request of(VirtualUser user) {
            String verifier = user.randomText(32);
            return new Request(verifier, user.challenge(verifier), user.randomText(16), user.randomText(16));
        }

        String path() {
            return FIXED + "&state=" + state + "&nonce=" + nonce + "&code_challenge=" + challenge;
        }
    }

    private static Issued issued(Request request, String callback) {
        Map<String, String> parameters = Browser.query(URI.create(callback));
        String code = parameters.getOrDefault("code", "");
        if (!callback.startsWith(Target.REDIRECT_URI + "?") || code.isEmpty()) {
            throw new WrongAnswer("no redirect with a code but to " + callback);
        }
        if (!request.state().equals(parameters.get("state"))) {
            throw new WrongAnswer("another state came back");
        }
        return new Issued(code, request.verifier(), request.nonce());
    }

    /** @param nonce that the ID token must have; empty if none is expected */
    private static void token(VirtualUser user, String form, String nonce) {
        HttpAnswer answer =
                user.send(user.target().authenticatedForm("/token", form)).expect(200);
        Tokens tokens = new Tokens(answer.text("access_token"), answer.text("id_token"), answer.text("refresh_token"));
        TokenChecks.accessToken(tokens.access(), user.tokens().access());
        if (tokens.refresh().length() < 16) {
            throw new WrongAnswer("no refresh token: " + answer.beginning());
        }
        if (!nonce.isEmpty() && !claims(tokens.id()).contains("\"nonce\":\"" + nonce + "\"")) {
            throw new WrongAnswer("no ID token with our nonce: " + answer.beginning());
        }
        user.keep(tokens);
        SampledTokens.of(user.target()).offer(tokens, nonce);
    }

    private static String claims(String jwt) {
        String[] parts = jwt.split("\\.");
        if (parts.length != 3) {
            return "";
        }
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    private static String loginForm(VirtualUser user, String page) {
        StringBuilder form = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.append(hidden.group(1))
                    .append('=')
                    .append(encoded(hidden.group(2).replace("&amp;", "&")))
                    .append('&');
        }
        if (form.length() == 0) {
            throw new WrongAnswer("no form in the login page");
        }
        return form + "username=" + user.username() + "&password=" + encoded(Target.PASSWORD);
    }

    private static String path(String location, String expected) {
        URI uri = URI.create(location);
        if (!uri.getPath().equals(expected)) {
            throw new WrongAnswer("led to " + uri.getPath() + " instead of " + expected);
        }
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
