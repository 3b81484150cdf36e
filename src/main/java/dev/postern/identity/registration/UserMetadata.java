package dev.postern.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Users as JSON, and what they may be: claims of OpenID Connect Core section 5.1, our roles. */
public final class UserMetadata {

    /** Every field, but for how the password is given. */
    public static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("username", "password_hash", "claims", "roles", "enabled"));

    public static final String ADMINISTRATOR = "administrator";
    public static final String AUDITOR = "auditor";

    private static final Set<String> ROLES = Set.of(ADMINISTRATOR, AUDITOR);

    /** Claims that tokens carry for the protocol: no user attribute may take their place. */
    static final Set<String> RESERVED_CLAIMS = Set.of(
            "sub",
            "iss",
            "aud",
            "exp",
            "iat",
            "nbf",
            "jti",
            "nonce",
            "acr",
            "amr",
            "azp",
            "auth_time",
            "sid",
            "at_hash",
            "c_hash",
            "client_id",
            "scope",
            "gid",
            "cnf",
            "act",
            "events");

    private static final Set<String> TEXT_CLAIMS = Set.of(
            "name",
            "given_name",
            "family_name",
            "middle_name",
            "nickname",
            "preferred_username",
            "profile",
            "picture",
            "website",
            "email",
            "gender",
            "birthdate",
            "zoneinfo",
            "locale",
            "phone_number");
    private static final Set<String> BOOLEAN_CLAIMS = Set.of("email_verified", "phone_number_verified");
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86}");
    private static final int LEAST_MEMORY_KIB = 7_168;
    private static final int MOST_MEMORY_KIB = 1_048_576;

    private UserMetadata() {}

    /**
     * A user as somebody wants them registered.
     *
     * @param password in clear, as supplied
     * @param passwordHash in PHC form, instead of a password
     */
    public record Draft(
            String username,
            Optional<String> password,
            Optional<String> passwordHash,
            Map<String, Object> claims,
            Set<String> roles,
            boolean enabled) {

        @Override
        public String toString() {
            return "Draft[" + username + "]";
        }
    }

    public static Draft read(StrictFields fields, Optional<String> password) {
        JsonNode claims = fields.object("claims").orElse(null);
        return new Draft(
                fields.requiredText("username"),
                password,
                fields.text("password_hash"),
                claims == null ? Map.of() : Json.readObject(claims.toString()),
                fields.texts("roles", Set.of()),
                fields.flag("enabled", true));
    }

    /** Every rule that a user breaks. */
    public static List<Violation> check(Draft user) {
        List<Violation> violations = new ArrayList<>();
        refuseUsername(user.username()).ifPresent(breach -> violations.add(Violation.of("username", breach)));
        if (user.password().isPresent() && user.passwordHash().isPresent()) {
            violations.add(Violation.of("password_hash", Rule.ABSENT_WHERE_GIVEN.brokenBy("password")));
        }
        user.password()
                .flatMap(password -> PasswordRules.refuse(password, user.username()))
                .ifPresent(breach -> violations.add(Violation.of("password", breach)));
        user.passwordHash()
                .filter(hash -> !isArgon2id(hash))
                .ifPresent(hash -> violations.add(Violation.of("password_hash", Rule.NOT_ARGON2ID.brokenBy())));
        user.claims()
                .forEach((name, value) -> refuseClaim(name, value)
                        .ifPresent(breach -> violations.add(Violation.of("claims/" + name, breach))));
        int index = 0;
        for (String role : user.roles()) {
            if (!ROLES.contains(role)) {
                violations.add(new Violation("roles", index, Rule.NOT_ONE_OF.brokenBy(TextRules.listed(ROLES))));
            }
            index++;
        }
        return violations;
    }

    /** What a user name breaks, or nothing if it is fine. */
    public static Optional<Breach> refuseUsername(String username) {
        if (username.isBlank() || !username.equals(username.strip())) {
            return Optional.of(Rule.BLANK_AT_END.brokenBy());
        }
        return TextRules.refuseName(username);
    }

    private static boolean isArgon2id(String hash) {
        Matcher phc = PHC.matcher(hash);
        if (!phc.matches()) {
            return false;
        }
        int memory = Integer.parseInt(phc.group(1));
        return memory >= LEAST_MEMORY_KIB && memory <= MOST_MEMORY_KIB && Integer.parseInt(phc.group(2)) >= 1;
    }

    private static boolean isAddress(Object value) {
        return value instanceof Map<?, ?> fields && fields.values().stream().allMatch(String.class::isInstance);
    }

    private static Optional<Breach> refuseClaim(String name, Object value) {
        if (RESERVED_CLAIMS.contains(name)) {
            return Optional.of(Rule.CLAIM_OF_PROTOCOL.brokenBy());
        }
        if (BOOLEAN_CLAIMS.contains(name) && !(value instanceof Boolean)) {
            return Optional.of(Rule.NOT_A_FLAG.brokenBy());
        }
        if (name.equals("address") && !isAddress(value)) {
            return Optional.of(Rule.NOT_AN_ADDRESS.brokenBy());
        }
        if (name.equals("updated_at") && !(value instanceof Integer || value instanceof Long)) {
            return Optional.of(Rule.NOT_A_TIME_OF_CLAIM.brokenBy());
        }
        return TEXT_CLAIMS.contains(name) && !(value instanceof String)
                ? Optional.of(Rule.NOT_QUOTED.brokenBy())
                : Optional.empty();
    }
}
