package dev.postern.benchmark.scenario;

import dev.postern.benchmark.load.HttpAnswer;
import dev.postern.benchmark.load.VirtualUser;
import dev.postern.benchmark.setup.Target;
import java.util.ArrayList;
import java.util.List;

/** What the server must refuse, asked before the load: figures of a server that lets everything pass would be worth nothing. */
public final class SanityChecks {

    private final Target target;
    private final VirtualUser user;
    private final List<String> passed = new ArrayList<>();

    public SanityChecks(Target target) {
        this.target = target;
        this.user = new VirtualUser(0, target, target.address());
    }

    /** @return what was found good @throws IllegalStateException at the first answer that is not as it must be */
    public List<String> run() {
        CodeFlow.firstSignIn(user);
        CodeFlow.Issued first = CodeFlow.withSession(user);
        CodeFlow.Issued wrong = new CodeFlow.Issued(first.code(), "w".repeat(43), first.nonce());
        token("a wrong PKCE verifier", wrong.form(), "invalid_grant");
        CodeFlow.Issued second = CodeFlow.withSession(user);
        CodeFlow.redeem(user, second);
        token("a code a second time", second.form(), "invalid_grant");
        CodeFlow.redeem(user, CodeFlow.withSession(user));
        token(
                "a refresh token that does not exist",
                "grant_type=refresh_token&refresh_token=" + "x".repeat(60),
                "invalid_grant");
        refused("a wrong client secret", wrongSecret(), 401, "invalid_client");
        refused("userinfo with a changed token", userInfo(changed(user.tokens().access())), 401, "invalid_token");
        inactive(changed(user.tokens().access()));
        return passed;
    }

    private void token(String what, String form, String error) {
        refused(what, user.send(target.authenticatedForm("/token", form)), 400, error);
    }

    private HttpAnswer wrongSecret() {
        String request = target.authenticatedForm("/token", "grant_type=client_credentials")
                .replace(target.basic(Target.CLIENT_SECRET), target.basic("w" + Target.CLIENT_SECRET.substring(1)));
        return user.send(request);
    }

    private HttpAnswer userInfo(String token) {
        return user.send(target.get("/userinfo", "Authorization: Bearer " + token + "\r\n"));
    }

    private void inactive(String token) {
        HttpAnswer answer = user.send(target.authenticatedForm("/introspect", "token=" + token));
        require("introspection of a changed token", answer.body().contains("\"active\":false"), answer);
    }

    /** The same token with another signature. */
    private static String changed(String token) {
        int at = token.lastIndexOf('.') + 5;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private void refused(String what, HttpAnswer answer, int status, String error) {
        require(what, answer.status() == status && answer.text("error").equals(error), answer);
    }

    private void require(String what, boolean good, HttpAnswer answer) {
        if (!good) {
            throw new IllegalStateException(
                    what + " was not refused as it must be: " + answer.status() + " " + answer.beginning());
        }
        passed.add(what);
    }
}
