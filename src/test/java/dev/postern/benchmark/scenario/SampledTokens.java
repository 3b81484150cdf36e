package dev.postern.benchmark.scenario;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.benchmark.load.VirtualUser.Tokens;
import dev.postern.benchmark.setup.Target;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The first tokens that were issued and a random sample of the others, verified with the published keys when nothing is measured any more. */
public final class SampledTokens {

    private static final int FIRST = 10;
    private static final int ONE_OF = 200;
    private static final int AT_MOST = 1_000;
    private static final Map<String, SampledTokens> BY_ISSUER = new ConcurrentHashMap<>();

    private final Target target;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    private SampledTokens(Target target) {
        this.target = target;
    }

    private record Sample(Tokens tokens, String nonce, Date takenAt) {}

    public static SampledTokens of(Target target) {
        return BY_ISSUER.computeIfAbsent(target.issuer(), issuer -> new SampledTokens(target));
    }

    /** @param nonce of the ID token; empty if there is none */
    void offer(Tokens tokens, String nonce) {
        int number = count.incrementAndGet();
        if (number <= FIRST || (ThreadLocalRandom.current().nextInt(ONE_OF) == 0 && samples.size() < AT_MOST)) {
            samples.add(new Sample(tokens, nonce, new Date()));
        }
    }

    /** Verifies and forgets them. @return how many tokens were good @throws IllegalStateException at the first bad one */
    public int verify() {
        int good = 0;
        Set<String> ids = new HashSet<>();
        try {
            JWKSet keys = JWKSet.load(new URL(target.issuer() + "/jwks"));
            for (Sample sample = samples.poll(); sample != null; sample = samples.poll()) {
                JWTClaimsSet access = verified(sample.tokens().access(), keys, sample.takenAt());
                if (!ids.add(access.getJWTID())) {
                    throw new IllegalStateException("the same jti twice: " + access.getJWTID());
                }
                good++;
                good += sample.nonce().isEmpty() ? 0 : idToken(sample, keys);
            }
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException("a sampled token could not be verified", e);
        }
        count.set(0);
        return good;
    }

    private int idToken(Sample sample, JWKSet keys) throws ParseException, JOSEException {
        JWTClaimsSet id = verified(sample.tokens().id(), keys, sample.takenAt());
        require(id.getAudience().contains(Target.CLIENT_ID), "aud of the ID token", id);
        require(sample.nonce().equals(id.getStringClaim("nonce")), "nonce", id);
        return 1;
    }

    private JWTClaimsSet verified(String token, JWKSet keys, Date takenAt) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        require(key != null, "kid", claims);
        require(JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()), "alg", claims);
        require(jwt.verify(new ECDSAVerifier(key.toECKey())), "signature", claims);
        require(target.issuer().equals(claims.getIssuer()), "iss", claims);
        require(claims.getExpirationTime().after(takenAt), "exp", claims);
        return claims;
    }

    private static void require(boolean good, String what, JWTClaimsSet claims) {
        if (!good) {
            throw new IllegalStateException("a sampled token has a wrong " + what + ": " + claims);
        }
    }
}
