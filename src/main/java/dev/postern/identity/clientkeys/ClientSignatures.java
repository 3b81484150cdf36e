package dev.postern.identity.clientkeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import dev.postern.data.database.client.Keys;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Ed25519;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.List;

/** Whether a client signed something: RFC 7515 section 5.2, by the keys that it registered or publishes (RFC 7517). */
@Service
public class ClientSignatures {

    private static final int MOST_KEYS_TRIED = 5;
    private static final int ED25519_BYTES = 64;

    private final Cache<String, List<JWK>> inline =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final RemoteKeySets remote;
    private final CryptoProvider crypto;
    private final JWSVerifierFactory verifiers;

    @Inject
    public ClientSignatures(RemoteKeySets remote, CryptoProvider crypto) {
        this.remote = remote;
        this.crypto = crypto;
        this.verifiers = crypto.verifiers();
    }

    /** Whether one of these keys made the signature; never for an algorithm that is not among {@link UsableKeys#ALGORITHMS}. */
    public boolean isBy(Keys keys, JWSObject signed) {
        if (!UsableKeys.ALGORITHMS.contains(signed.getHeader().getAlgorithm().getName())) {
            return false;
        }
        if (keys.jwksUri().isEmpty()) {
            return anyMade(inline.get(keys.jwks(), ClientSignatures::parsed), signed);
        }
        RemoteKeySet set = remote.at(keys.jwksUri());
        List<JWK> known = set.keys();
        if (anyMade(known, signed)) {
            return true;
        }
        List<JWK> newer = set.after(known);
        return !newer.equals(known) && anyMade(newer, signed);
    }

    /** Whether this key made the signature. */
    public boolean isBy(JWK key, JWSObject signed) {
        try {
            return key instanceof OctetKeyPair pair
                    ? isByEd25519(pair, signed)
                    : signed.verify(
                            verifiers.createJWSVerifier(signed.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
        } catch (JOSEException | GeneralSecurityException e) {
            return false; // neither key nor signature are ours: what is wrong with them is nobody's fault here
        }
    }

    private static List<JWK> parsed(String jwks) {
        try {
            return jwks.isEmpty()
                    ? List.of()
                    : JWKSet.parse(jwks).getKeys().stream()
                            .filter(UsableKeys::isUsable)
                            .toList();
        } catch (ParseException e) {
            throw new IllegalStateException("a registered key set cannot be read", e);
        }
    }

    private boolean anyMade(List<JWK> keys, JWSObject signed) {
        JWSHeader header = signed.getHeader();
        return keys.stream()
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .filter(key -> UsableKeys.fits(key, header.getAlgorithm().getName()))
                .limit(MOST_KEYS_TRIED)
                .anyMatch(key -> isBy(key, signed));
    }

    private boolean isByEd25519(OctetKeyPair key, JWSObject signed) throws GeneralSecurityException {
        byte[] presented = signed.getSignature().decode();
        Signature signature = crypto.signature("Ed25519");
        signature.initVerify(Ed25519.publicKey(key));
        signature.update(signed.getSigningInput());
        return presented.length == ED25519_BYTES && signature.verify(presented);
    }
}
