package dev.postern.identity.token;

import dev.postern.data.database.Grants;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.identity.token.grant.AuthorizationCodeGrant;
import dev.postern.identity.token.grant.ClientCredentialsGrant;
import dev.postern.identity.token.grant.ClientCredentialsRequest;
import dev.postern.identity.token.grant.CodeRequest;
import dev.postern.identity.token.grant.DeviceCodeGrant;
import dev.postern.identity.token.grant.DeviceCodeRequest;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.grant.RefreshRequest;
import dev.postern.identity.token.grant.RefreshTokenGrant;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Redeems token requests, each by one statement that decides. What a replay revoked stays revoked although the answer is an error. Tokens
 * are minted and events published after it.
 */
@Service
public class TokenService {

    private final AuthorizationCodeGrant authorizationCode;
    private final RefreshTokenGrant refreshToken;
    private final ClientCredentialsGrant clientCredentials;
    private final DeviceCodeGrant deviceCode;
    private final Grants grants;
    private final RefreshTokenStore families;
    private final Clock clock;

    @Inject
    public TokenService(
            AuthorizationCodeGrant authorizationCode,
            RefreshTokenGrant refreshToken,
            ClientCredentialsGrant clientCredentials,
            DeviceCodeGrant deviceCode,
            Grants grants,
            RefreshTokenStore families,
            Clock clock) {
        this.authorizationCode = authorizationCode;
        this.refreshToken = refreshToken;
        this.clientCredentials = clientCredentials;
        this.deviceCode = deviceCode;
        this.grants = grants;
        this.families = families;
        this.clock = clock;
    }

    /** One insertion, which is a transaction by itself; what a replay revokes has one of its own. */
    public Granted redeem(CodeRequest request) {
        return authorizationCode.redeem(request);
    }

    /** One conditional update, which is a transaction by itself; what a replay revokes has one of its own. */
    public Granted redeem(RefreshRequest request) {
        return refreshToken.redeem(request);
    }

    /** Writes nothing, so it needs no transaction. */
    public Granted redeem(ClientCredentialsRequest request) {
        return clientCredentials.redeem(request);
    }

    /** One insertion, which is a transaction by itself; what a replay revokes has one of its own. */
    public Granted redeem(DeviceCodeRequest request) {
        return deviceCode.redeem(request);
    }

    /** Takes back what was granted and will not be answered, because its events could not be made durable. */
    @Transactional
    public void undo(Granted granted) {
        if (granted.how() != Granted.How.CLIENT) {
            grants.revoke(granted.grantId(), "event not durable", clock.instant());
            families.revokeGrant(granted.grantId(), "event not durable", clock.instant());
        }
    }
}
