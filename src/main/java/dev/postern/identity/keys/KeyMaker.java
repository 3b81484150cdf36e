package dev.postern.identity.keys;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.postern.data.database.SigningKeyRow;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Ed25519;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** Makes signing keys (RFC 7517, named by their thumbprint of RFC 7638), seals their private halves and opens them again. */
@Service
class KeyMaker {

    private static final String PURPOSE = "signing-key";
    private static final int RSA_BITS = 2048;

    private final Sealer sealer;
    private final SecureRandom random;
    private final CryptoProvider crypto;
    private final Signatures signatures;

    @Inject
    KeyMaker(Sealer sealer, SecureRandom random, CryptoProvider crypto, Signatures signatures) {
        this.sealer = sealer;
        this.random = random;
        this.crypto = crypto;
        this.signatures = signatures;
    }

    /** A new key, not stored yet. */
    SigningKeyRow make(JwsAlgorithm algorithm, SigningKeyRow.State state, Instant now) {
        JWK key = generate(algorithm);
        return new SigningKeyRow(
                key.getKeyID(),
                algorithm.wire(),
                state,
                key.toPublicJWK().toJSONString(),
                sealer.seal(PURPOSE, key.toJSONString()),
                now,
                state == SigningKeyRow.State.ACTIVE ? Optional.of(now) : Optional.empty(),
                Optional.empty());
    }

    private JWK generate(JwsAlgorithm algorithm) {
        Algorithm name = JWSAlgorithm.parse(algorithm.wire());
        try {
            return switch (algorithm) {
                case ES256 -> generate(new ECKeyGenerator(Curve.P_256), name);
                case RS256, PS256 -> generate(new RSAKeyGenerator(RSA_BITS), name);
                case EDDSA ->
                    Ed25519.generate(random)
                            .algorithm(name)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint()
                            .build();
            };
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate a key for " + algorithm, e);
        }
    }

    private JWK generate(JWKGenerator<? extends JWK> generator, Algorithm name) throws JOSEException {
        return crypto.generating(generator)
                .secureRandom(random)
                .algorithm(name)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    /** @throws IllegalStateException if the master key that sealed it is gone, or the row was tampered with */
    SigningKey open(SigningKeyRow row) {
        String opened = sealer.open(PURPOSE, row.sealedPrivate())
                .orElseThrow(() -> new IllegalStateException("signing key " + row.kid()
                        + " cannot be opened: its master key is missing, or the row was changed"));
        try {
            JWK jwk = JWK.parse(opened);
            JwsAlgorithm algorithm = JwsAlgorithm.named(row.algorithm()).orElseThrow();
            return new SigningKey(
                    row.kid(),
                    algorithm,
                    row.state(),
                    jwk.toPublicJWK().toJSONObject(),
                    signatures.verifier(algorithm, publicKey(jwk)),
                    signatures.signer(algorithm, row.kid(), privateKey(jwk)));
        } catch (ParseException | JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + row.kid() + " is damaged", e);
        }
    }

    private static PublicKey publicKey(JWK jwk) throws JOSEException, GeneralSecurityException {
        return jwk instanceof OctetKeyPair okp ? Ed25519.publicKey(okp) : ((AsymmetricJWK) jwk).toPublicKey();
    }

    private static PrivateKey privateKey(JWK jwk) throws JOSEException, GeneralSecurityException {
        return jwk instanceof OctetKeyPair okp ? Ed25519.privateKey(okp) : ((AsymmetricJWK) jwk).toPrivateKey();
    }
}
