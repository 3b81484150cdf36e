package dev.postern.identity.token.grant;

import dev.postern.data.database.Grants;
import dev.postern.identity.code.DeviceAuthorization;
import dev.postern.identity.code.DeviceAuthorization.Stage;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.identity.resource.Target;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * The device_code grant: RFC 8628 sections 3.4 and 3.5. A device asks again and again until the person has answered.
 *
 * <p>What the person allowed is handed out once: the unique constraint on the code's hash decides, as for {@link AuthorizationCodeGrant}.
 */
@Service
public class DeviceCodeGrant {

    static final String UNUSABLE = "the device code is unknown, spent or was issued to another client";

    private final DeviceCodes codes;
    private final Grants grants;
    private final CodeRedemption redemption;
    private final Replays replays;
    private final HopTrace hops;
    private final Clock clock;

    @Inject
    DeviceCodeGrant(
            DeviceCodes codes, Grants grants, CodeRedemption redemption, Replays replays, HopTrace hops, Clock clock) {
        this.codes = codes;
        this.grants = grants;
        this.redemption = redemption;
        this.replays = replays;
        this.hops = hops;
        this.clock = clock;
    }

    /** Needs no transaction: one insertion decides. @throws OAuthRefused also while there is no answer yet: section 3.5 */
    public Granted redeem(DeviceCodeRequest request) {
        DeviceAuthorization authorization =
                codes.find(request.deviceCode()).orElseThrow(() -> refused(request, "the device code is unknown"));
        if (!authorization.clientId().equals(request.client().id())) {
            throw refused(request, "the device code was issued to another client");
        }
        CurrentRequest.joinTrace(authorization.traceId());
        Instant now = clock.instant();
        if (authorization.expiredAt(now)) {
            throw unlessReplayed(request, OAuthErrorCode.EXPIRED_TOKEN, "nobody has answered in time");
        }
        if (!codes.mayPoll(request.deviceCode())) {
            throw new OAuthRefused(OAuthErrorCode.SLOW_DOWN, "ask less often: wait five seconds more each time");
        }
        IssuedCode code = allowed(authorization);
        hops.passed(authorization.traceId(), Hop.H9, Remark.AS_IS, "device_code");
        redemption.problem(code).ifPresent(problem -> {
            throw refused(request, problem);
        });
        Target target = redemption.target(request.client().client(), code, request.resource());
        return redemption
                .spend(request.client().client(), code, request.deviceCode().hash(), target, now)
                .orElseThrow(() -> replays.ofCode(request.facts(), code.grantId(), code.subject()));
    }

    private static IssuedCode allowed(DeviceAuthorization authorization) {
        if (authorization.stage() == Stage.DENIED) {
            throw new OAuthRefused(OAuthErrorCode.ACCESS_DENIED, "the person has not allowed it");
        }
        return authorization
                .allowed()
                .orElseThrow(() -> new OAuthRefused(
                        OAuthErrorCode.AUTHORIZATION_PENDING, "the person has not answered yet: ask again"));
    }

    private OAuthRefused refused(DeviceCodeRequest request, String reason) {
        return unlessReplayed(request, OAuthErrorCode.INVALID_GRANT, reason);
    }

    /** A code that was spent before is a replay, whatever else is wrong with the request. */
    private OAuthRefused unlessReplayed(DeviceCodeRequest request, OAuthErrorCode error, String reason) {
        String description = error == OAuthErrorCode.INVALID_GRANT ? UNUSABLE : reason;
        return grants.ofCode(request.deviceCode().hash())
                .<OAuthRefused>map(grant -> replays.ofCode(request.facts(), grant.id(), grant.subject()))
                .orElseGet(() -> new OAuthRefused(error, description, reason));
    }
}
