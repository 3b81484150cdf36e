package dev.postern.identity.authorization;

import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.AuthorizationRequest.Device;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The person's answer to a device: it waits where the device asks for it, and the browser is told to go back to the device (RFC 8628 section 3.3). */
@Service
class DeviceResponses {

    private final DeviceCodes codes;
    private final Issuer issuer;

    @Inject
    DeviceResponses(DeviceCodes codes, Issuer issuer) {
        this.codes = codes;
        this.issuer = issuer;
    }

    Answer allowed(AuthorizationRequest request, Device device, IssuedCode given) {
        return Answer.to(issuer.endpoint("/device?answer=allowed"))
                .with(new Event.CodeIssued(Facts.of(request), given.subject(), given.grantId(), given.sessionId()))
                .completedBy(() -> unlessOver(codes.allow(device.key(), given)));
    }

    Answer refused(Device device) {
        return Answer.to(issuer.endpoint("/device?answer=denied"))
                .completedBy(() -> unlessOver(codes.deny(device.key())));
    }

    private static void unlessOver(boolean answered) {
        if (!answered) {
            throw new PageRefused(Problem.EXPIRED);
        }
    }
}
