package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.ResponseType;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.SessionStates;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The end of a good authorization request: what its response type asks for, or what a device waits for. */
@Service
class Issuing {

    private final CodeIssuing codes;
    private final FrontChannelIssuing tokens;
    private final DeviceResponses devices;
    private final SessionStates states;

    @Inject
    Issuing(CodeIssuing codes, FrontChannelIssuing tokens, DeviceResponses devices, SessionStates states) {
        this.codes = codes;
        this.tokens = tokens;
        this.devices = devices;
        this.states = states;
    }

    /** @param request with the scope that is granted */
    Answer issue(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        Answer answer = request.device()
                .map(device -> devices.allowed(request, device, codes.issued(request, to, person)))
                .orElseGet(() -> toClient(request, to, person));
        return answer.withCookie(states.cookie(person.sessionId()));
    }

    private Answer toClient(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        return switch (ResponseType.named(request.responseType()).orElseThrow()) {
            case CODE -> codes.issue(request, to, person);
            case ID_TOKEN -> tokens.issueIdToken(request, to, person);
            case ID_TOKEN_TOKEN -> tokens.issueBoth(request, to, person);
        };
    }
}
