package dev.postern.identity.administration.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens;
import dev.postern.data.database.InitialAccessTokens.FoundToken;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.dynamic.PolicyFields;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Digests;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Initial access tokens, with which programs register clients (RFC 7591 section 1.2): listed, read, made and revoked. Their id is their hash. */
@Service
public class InitialAccessTokenAdministration {

    private static final String KIND = "initial_access_token";
    private static final int LONGEST_NAME = 200;

    private final InitialAccessTokens tokens;
    private final Freshness freshness;
    private final ChangeLog changes;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public InitialAccessTokenAdministration(
            InitialAccessTokens tokens, Freshness freshness, ChangeLog changes, RandomValues random, Clock clock) {
        this.tokens = tokens;
        this.freshness = freshness;
        this.changes = changes;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A token as it was made.
     *
     * @param secret what programs present: nobody can be shown it later
     */
    public record Made(FoundToken token, TokenValue secret) {}

    public Slice<FoundToken> list(Administrator by, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.CLIENTS);
        return Slice.of(
                tokens.page(Slice.after(cursor), limit + 1),
                limit,
                found -> found.token().tokenHash());
    }

    public FoundToken find(Administrator by, String id) {
        Guard.mayRead(by, Area.CLIENTS);
        return known(id);
    }

    /** @param document {@code name}, and if wanted {@code expires} and {@code policy} */
    @Transactional
    public Made create(Administrator by, ObjectNode document) {
        Guard.mayWrite(by, Area.CLIENTS);
        freshness.require(by);
        TokenValue secret = new TokenValue(random.secret());
        InitialAccessToken token = judged(document, Digests.sha256(secret.secret()));
        tokens.save(token, Owners.CONSOLE);
        changes.created(by, KIND, token.name(), InitialAccessTokenView.fields(token));
        return new Made(new FoundToken(token, Owners.CONSOLE, 0), secret);
    }

    /** Nobody can register with it any more. The clients that were registered with it stay. */
    @Transactional
    public void revoke(Administrator by, String id) {
        Guard.mayWrite(by, Area.CLIENTS);
        freshness.require(by);
        FoundToken found = known(id);
        Owners.requireOurs(found.owner());
        tokens.delete(id);
        changes.removed(by, KIND, found.token().name(), InitialAccessTokenView.fields(found.token()));
    }

    private FoundToken known(String id) {
        return tokens.registered(id)
                .orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_INITIAL_ACCESS_TOKEN));
    }

    private InitialAccessToken judged(ObjectNode document, String hash) {
        List<Problem> problems = new ArrayList<>();
        StrictFields fields = new StrictFields(document, "", problems);
        fields.onlyHas(Set.of("name", "expires", "policy"));
        String name = fields.requiredText("name");
        if (name.length() > LONGEST_NAME) {
            fields.refuse("name", Rule.TOO_LONG, LONGEST_NAME);
        }
        InitialAccessToken token = new InitialAccessToken(hash, name, expires(fields), PolicyFields.read(fields));
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
        return token;
    }

    private Optional<Instant> expires(StrictFields fields) {
        Optional<Instant> expires = Optional.empty();
        try {
            expires = fields.text("expires")
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            fields.refuse("expires", Rule.NOT_A_TIME);
        }
        if (expires.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            fields.refuse("expires", Rule.NOT_IN_FUTURE);
        }
        return expires;
    }
}
