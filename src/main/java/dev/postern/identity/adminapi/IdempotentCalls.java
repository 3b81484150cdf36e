package dev.postern.identity.adminapi;

import dev.postern.data.database.IdempotencyKeys;
import dev.postern.data.database.IdempotencyKeys.Taken;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Operations that happen once however often they are asked for with the same {@code Idempotency-Key}: whoever has lost the answer asks
 * again and gets it again, with the secret that is in it. It is kept sealed for a day. Key, change and audit event are one transaction.
 */
@Service
class IdempotentCalls {

    private static final String PURPOSE = "idempotent answer";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final IdempotencyKeys keys;
    private final Sealer sealer;

    @Inject
    IdempotentCalls(IdempotencyKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    /** @param asked all that the request asks for, so that one key does not stand for two things */
    @Transactional
    public Answer once(Call call, String asked, Supplier<Answer> operation) {
        Optional<String> given = Optional.ofNullable(call.request().getHeader("Idempotency-Key"));
        if (given.isEmpty()) {
            return operation.get();
        }
        if (!KEY.matcher(given.get()).matches()) {
            throw AdministrationRefused.invalid("Idempotency-Key", Rule.IDEMPOTENCY_KEY);
        }
        String key = Digests.sha256(call.by().name() + " " + call.operation().name() + " " + given.get());
        String fingerprint = Digests.sha256(String.join(" ", call.ids().values()) + " " + asked);
        if (!keys.take(key, fingerprint, KEPT)) {
            return again(key, fingerprint);
        }
        Answer answer = operation.get();
        keys.answered(key, sealer.seal(PURPOSE, Json.write(answer.kept())));
        return answer;
    }

    private Answer again(String key, String fingerprint) {
        Taken taken = keys.find(key)
                .filter(found -> found.fingerprint().equals(fingerprint))
                .orElseThrow(() -> AdministrationRefused.invalid("Idempotency-Key", Rule.IDEMPOTENCY_KEY_USED));
        return sealer.open(PURPOSE, taken.answer())
                .map(text -> Json.read(text, Answer.Kept.class).again())
                .orElseThrow(() -> AdministrationRefused.because(Reason.IN_THE_WAY, Rule.ANSWER_GONE));
    }
}
