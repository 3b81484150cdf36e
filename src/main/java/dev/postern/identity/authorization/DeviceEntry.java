package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.identity.code.DeviceCodes.Waiting;
import dev.postern.identity.code.UserCode;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The person types the code that their device shows, and goes on as with an authorization request: RFC 8628 section 3.3. Codes that are
 * guessed count as failures of the address (section 5.1).
 */
@Service
class DeviceEntry {

    private final DeviceCodes codes;
    private final Authorizer authorizer;
    private final LoginThrottle throttle;
    private final Issuer issuer;

    @Inject
    DeviceEntry(DeviceCodes codes, Authorizer authorizer, LoginThrottle throttle, Issuer issuer) {
        this.codes = codes;
        this.authorizer = authorizer;
        this.throttle = throttle;
        this.issuer = issuer;
    }

    /** @throws PageRefused if too many codes were wrong */
    Answer enter(String typed, Browser browser) {
        if (!throttle.admitsAddress()) {
            throw new PageRefused(Problem.TOO_MANY_TRIES);
        }
        Optional<UserCode> code = UserCode.typed(typed);
        Optional<Waiting> waiting = code.flatMap(codes::waiting);
        if (waiting.isPresent()) {
            return authorizer.authorize(AuthorizationRequest.of(waiting.get()), browser);
        }
        if (code.isPresent()) {
            throttle.failed(); // what cannot be a code at all was mistyped, not guessed
        }
        return Answer.to(issuer.endpoint("/device?unknown=true"));
    }
}
