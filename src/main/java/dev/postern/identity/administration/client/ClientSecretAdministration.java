package dev.postern.identity.administration.client;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Secrets of clients, changed without downtime: the one before counts beside the new one for a while, two at a time and no more. */
@Service
public class ClientSecretAdministration {

    public static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    /** 64 characters: as many bytes as the longest HMAC asks of its key. */
    private static final int SECRET_BYTES = 48;

    private final ClientRegister register;
    private final ClientJudgement judgement;
    private final KeptSecrets secrets;
    private final Freshness freshness;
    private final ChangeLog changes;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public ClientSecretAdministration(
            ClientRegister register,
            ClientJudgement judgement,
            KeptSecrets secrets,
            Freshness freshness,
            ChangeLog changes,
            RandomValues random,
            Clock clock) {
        this.register = register;
        this.judgement = judgement;
        this.secrets = secrets;
        this.freshness = freshness;
        this.changes = changes;
        this.random = random;
        this.clock = clock;
    }

    static ClientSecret newSecret(RandomValues random) {
        return new ClientSecret(random.ofBytes(SECRET_BYTES));
    }

    /** Makes another secret. @param overlap how long the present one counts beside it */
    @Transactional
    public WrittenSecret rotate(Administrator by, String clientId, Duration overlap) {
        RegisteredClient before = changeable(by, clientId);
        Authentication stored = before.client().authentication();
        if (!stored.method().usesSecret()) {
            throw AdministrationRefused.because(
                    Reason.IN_THE_WAY,
                    Rule.CLIENT_WITHOUT_SECRET,
                    stored.method().wire());
        }
        if (overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw AdministrationRefused.invalid("previous_expires_in", Rule.OVERLAP_TOO_LONG);
        }
        Instant now = clock.instant();
        if (stored.retiring().countsAt(now)) {
            throw AdministrationRefused.because(Reason.IN_THE_WAY, Rule.TWO_SECRETS);
        }
        ClientSecret secret = newSecret(random);
        Instant until = now.plus(overlap).truncatedTo(ChronoUnit.SECONDS);
        write(before, secrets.rotated(stored, secret, until));
        changes.happened(
                by,
                ClientAdministration.KIND,
                clientId,
                "secret made",
                Map.of("previous_secret_until", until.toString()));
        return new WrittenSecret(register.find(clientId).orElseThrow(), Optional.of(secret));
    }

    /** Ends the previous secret at once. Where there is none, nothing happens. */
    @Transactional
    public void endPrevious(Administrator by, String clientId) {
        RegisteredClient before = changeable(by, clientId);
        Authentication stored = before.client().authentication();
        if (stored.retiring().countsAt(clock.instant())) {
            write(before, stored.withRetiring(RetiringSecret.NONE));
            changes.happened(by, ClientAdministration.KIND, clientId, "previous secret ended", Map.of());
        }
    }

    private RegisteredClient changeable(Administrator by, String clientId) {
        Guard.mayWrite(by, Area.CLIENTS);
        freshness.require(by);
        RegisteredClient before =
                register.find(clientId).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_CLIENT));
        Owners.requireOurs(before.owner());
        judgement.requireNoMoreThanOwn(by, before.client());
        return before;
    }

    private void write(RegisteredClient before, Authentication authentication) {
        Client client = before.client().withAuthentication(authentication);
        if (!register.replace(client, before)) {
            throw AdministrationRefused.changed(
                    ClientView.of(register.find(client.id()).orElse(before)));
        }
    }
}
