package dev.postern.identity.authorization.requestobject;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.PlainObject;
import dev.postern.data.database.Client;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.clientkeys.ClientSignatures;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is checked of a request object before what it says counts: RFC 9101 sections 4, 5 and 6, OpenID Connect Core section 6.1.
 * The order below is the order of the checks. Claims of time, issuer and audience are not demanded, but kept to where they are there.
 */
@Service
class RequestObjectChecks {

    /** One rule. */
    @FunctionalInterface
    private interface Check {
        boolean keeps(Presented object);
    }

    private record Rule(Check check, OAuthErrorCode error, String broken) {

        Rule(Check check, String broken) {
            this(check, OAuthErrorCode.INVALID_REQUEST_OBJECT, broken);
        }
    }

    /** @param sent the parameters beside the object */
    record Presented(JOSEObject jose, Map<String, Object> claims, Client client, AuthorizationRequest sent) {}

    private static final Set<String> TYPES = Set.of("", "JWT", "oauth-authz-req+jwt");
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final List<Rule> inOrder = List.of(
            new Rule(this::typeIsOurs, "the request object is a JWT of another kind"), // RFC 9101 section 10.8
            new Rule(
                    this::isSignedIfItMust, // Core section 3.1.2.6
                    OAuthErrorCode.REQUEST_NOT_SUPPORTED,
                    "unsigned request objects are not supported"),
            new Rule(this::algorithmIsTaken, "the request object is not signed as it must be"), // Core section 6.1
            new Rule(this::signatureIsTheClients, "the signature of the request object is not the client's"), // 6.2
            new Rule(this::isNotNested, "a request object holds another one"), // RFC 9101 section 4
            new Rule(this::issuerIsTheClient, "iss of the request object is not the client"), // RFC 9101 section 4
            new Rule(this::audienceIsUs, "aud of the request object is not this server"), // RFC 9101 section 4
            new Rule(this::isNoAssertion, "sub of the request object is the client"), // RFC 9101 section 10.8
            new Rule(this::isOfThisTime, "the request object is expired or not valid yet"), // RFC 7519 section 4.1
            new Rule(this::agreesOnClient, "client_id differs inside and outside"), // RFC 9101 section 5
            new Rule(this::agreesOnResponseType, "response_type differs inside and outside")); // Core section 6.1

    private final RequestObjectSupport support;
    private final ClientSignatures signatures;
    private final Issuer issuer;
    private final Clock clock;

    @Inject
    RequestObjectChecks(RequestObjectSupport support, ClientSignatures signatures, Issuer issuer, Clock clock) {
        this.support = support;
        this.signatures = signatures;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws Objected at the first check that fails */
    void run(Presented object) {
        for (Rule rule : inOrder) {
            if (!rule.check().keeps(object)) {
                throw new Objected(rule.error(), rule.broken());
            }
        }
    }

    private boolean typeIsOurs(Presented object) {
        JOSEObjectType type = object.jose().getHeader().getType();
        return TYPES.contains(type == null ? "" : type.getType());
    }

    private boolean isSignedIfItMust(Presented object) {
        return !(object.jose() instanceof PlainObject) || support.algorithms().contains(RequestObjectSupport.NONE);
    }

    /** An algorithm that the client registered is the only one. */
    private boolean algorithmIsTaken(Presented object) {
        String algorithm = object.jose().getHeader().getAlgorithm().getName();
        String registered = object.client().requests().objectAlgorithm();
        return support.algorithms().contains(algorithm) && (registered.isEmpty() || registered.equals(algorithm));
    }

    private boolean signatureIsTheClients(Presented object) {
        return object.jose() instanceof JWSObject signed
                ? signatures.isBy(object.client().keys(), signed)
                : object.jose() instanceof PlainObject;
    }

    private boolean isNotNested(Presented object) {
        return !object.claims().containsKey("request") && !object.claims().containsKey("request_uri");
    }

    private boolean issuerIsTheClient(Presented object) {
        return absentOr(object, "iss", object.client().id());
    }

    private boolean audienceIsUs(Presented object) {
        Object audience = object.claims().get("aud");
        return audience == null
                || audience.equals(issuer.value())
                || (audience instanceof List<?> several && several.contains(issuer.value()));
    }

    private boolean isNoAssertion(Presented object) {
        return !object.client().id().equals(object.claims().get("sub"));
    }

    private boolean isOfThisTime(Presented object) {
        Instant now = clock.instant();
        Map<String, Object> claims = object.claims();
        return within(claims.get("exp"), now.minus(TOLERANCE), Instant.MAX)
                && within(claims.get("nbf"), Instant.MIN, now.plus(TOLERANCE))
                && within(claims.get("iat"), Instant.MIN, now.plus(TOLERANCE));
    }

    private static boolean within(@Nullable Object claim, Instant from, Instant to) {
        if (claim == null) {
            return true;
        }
        if (!(claim instanceof Number seconds)) {
            return false;
        }
        long value = seconds.longValue();
        return value > from.getEpochSecond() && value <= to.getEpochSecond();
    }

    private boolean agreesOnClient(Presented object) {
        return absentOr(object, "client_id", object.client().id());
    }

    private boolean agreesOnResponseType(Presented object) {
        String outside = object.sent().responseType();
        return outside.isEmpty() || absentOr(object, "response_type", outside);
    }

    private static boolean absentOr(Presented object, String claim, String expected) {
        Object value = object.claims().get(claim);
        return value == null || value.equals(expected);
    }
}
