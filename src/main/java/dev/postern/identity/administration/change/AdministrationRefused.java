package dev.postern.identity.administration.change;

import dev.postern.identity.registration.Problem;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An administrative operation is refused, and nothing was changed. What it says is for administrators and holds no secret. */
public final class AdministrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Scope or role do not allow it. */
        FORBIDDEN,
        /** The person must prove again who they are: it changes secrets, keys or roles. */
        STALE_SIGN_IN,
        /** There is no such thing. */
        UNKNOWN,
        /** Rules are broken: each is a violation. */
        INVALID,
        /** The name is taken. */
        TAKEN,
        /** A file, or the product itself, decides about it. */
        OWNED,
        /** Somebody has changed it in the meantime. */
        CHANGED,
        /** What it is needed for must go first, or its state does not allow it. */
        IN_THE_WAY
    }

    private final Reason reason;
    private final transient Breach breach;
    private final transient List<Problem> violations;
    private final transient Map<String, Object> current;

    private AdministrationRefused(Reason reason, Breach breach, List<Problem> violations, Map<String, Object> current) {
        super(breach.toString(), null, false, false);
        this.reason = reason;
        this.breach = breach;
        this.violations = List.copyOf(violations);
        this.current = current;
    }

    public static AdministrationRefused because(Reason reason, Rule rule, Object... values) {
        return new AdministrationRefused(reason, rule.brokenBy(values), List.of(), Map.of());
    }

    public static AdministrationRefused unknown(Rule rule) {
        return because(Reason.UNKNOWN, rule);
    }

    public static AdministrationRefused invalid(List<Problem> violations) {
        return new AdministrationRefused(Reason.INVALID, Rule.CORRECT_FIELDS.brokenBy(), violations, Map.of());
    }

    public static AdministrationRefused invalid(String field, Rule rule, Object... values) {
        return invalid(field, rule.brokenBy(values));
    }

    public static AdministrationRefused invalid(String field, Breach breach) {
        return invalid(List.of(new Problem("/" + field, breach)));
    }

    /** @param current what is there now, to be compared with what was wanted */
    public static AdministrationRefused changed(Map<String, Object> current) {
        return new AdministrationRefused(Reason.CHANGED, Rule.CHANGED_MEANWHILE.brokenBy(), List.of(), current);
    }

    public Reason reason() {
        return reason;
    }

    /** Why, in a sentence. */
    public String detail(Locale language) {
        return breach.in(language);
    }

    public List<Problem> violations() {
        return violations;
    }

    public Map<String, Object> current() {
        return current;
    }
}
