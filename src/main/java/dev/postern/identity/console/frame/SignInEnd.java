package dev.postern.identity.console.frame;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.console.frame.ConsoleSessions.Begun;
import dev.postern.identity.console.frame.SignInStart.Remembered;
import dev.postern.identity.token.CodeExchange;
import dev.postern.identity.token.CodeExchange.Exchanged;
import dev.postern.identity.token.grant.Granted;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.Optional;

/** The authorization response at the console: RFC 6749 section 4.1.2, RFC 9207, OpenID Connect Core section 3.1.3. */
@Service
class SignInEnd {

    private final BuiltInClients clients;
    private final Issuer issuer;
    private final SessionCache cache;
    private final Sealer sealer;
    private final CodeExchange tokens;
    private final ConsoleSessions sessions;

    @Inject
    SignInEnd(
            BuiltInClients clients,
            Issuer issuer,
            SessionCache cache,
            Sealer sealer,
            CodeExchange tokens,
            ConsoleSessions sessions) {
        this.clients = clients;
        this.issuer = issuer;
        this.cache = cache;
        this.sealer = sealer;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The new session, where it was wanted, and what was sent there before by the same person. */
    record Arrival(Begun begun, ReturnPath to, Optional<HeldForm> form) {}

    /**
     * @param browser the cookie of the browser that comes back
     * @param before the session that it had, whose language goes on
     * @throws PageRefused if it is not the answer to what this browser has asked
     */
    Arrival complete(RequestParameters answer, Optional<String> browser, Optional<String> before) {
        Remembered remembered = remembered(answer.get("state").orElse(""), browser);
        if (!answer.get("iss").equals(Optional.of(issuer.value()))
                || answer.get("code").isEmpty()) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
        Exchanged exchanged = redeem(answer.get("code").orElseThrow(), remembered.verifier());
        Granted granted = exchanged.granted();
        Granted.Identity identity = granted.identity().orElseThrow(() -> new PageRefused(Problem.BAD_REQUEST));
        if (!Digests.same(remembered.nonce(), identity.nonce())) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
        String language = sessions.find(before).map(ConsoleSession::language).orElse("");
        before.ifPresent(sessions::end);
        String idToken = exchanged.tokens().idToken().map(TokenValue::secret).orElse("");
        Begun begun = sessions.begin(granted.subject(), granted.sessionId(), identity.authTime(), language, idToken);
        return new Arrival(
                begun,
                ReturnPath.of(remembered.returnTo()),
                remembered.form().filter(form -> form.subject().equals(granted.subject())));
    }

    /** Single use, and only by the browser that began: another one cannot spend it either. */
    private Remembered remembered(String state, Optional<String> browser) {
        String key = Digests.sha256(state);
        Remembered found = cache.get(Region.CONSOLE_STATE, key)
                .flatMap(stored -> sealer.open(SignInStart.SEALED_FOR, stored))
                .map(text -> Json.read(text, Remembered.class))
                .filter(stored -> browser.map(Digests::sha256)
                        .filter(hash -> Digests.same(stored.browserHash(), hash))
                        .isPresent())
                .orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        if (cache.take(Region.CONSOLE_STATE, key).isEmpty()) {
            throw new PageRefused(Problem.EXPIRED);
        }
        return found;
    }

    private Exchanged redeem(String code, String verifier) {
        try {
            return tokens.redeem(
                    BuiltInClients.CONSOLE,
                    clients.secret(BuiltInClients.CONSOLE),
                    code,
                    clients.consoleRedirectUri(),
                    verifier);
        } catch (OAuthRefused refused) {
            throw new PageRefused(Problem.EXPIRED);
        }
    }
}
