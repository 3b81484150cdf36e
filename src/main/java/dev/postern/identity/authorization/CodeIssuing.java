package dev.postern.identity.authorization;

import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RequestedClaims;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.Map;

/** The browser takes a code to the client: RFC 6749 section 4.1.2 (H8). */
@Service
class CodeIssuing {

    private final AuthorizationCodes codes;
    private final AuthorizationResponses responses;
    private final RequestedClaims claims;
    private final RandomValues random;
    private final HopTrace hopTrace;

    @Inject
    CodeIssuing(
            AuthorizationCodes codes,
            AuthorizationResponses responses,
            RequestedClaims claims,
            RandomValues random,
            HopTrace hopTrace) {
        this.codes = codes;
        this.responses = responses;
        this.claims = claims;
        this.random = random;
        this.hopTrace = hopTrace;
    }

    /** @param request with the scope that is granted */
    Answer issue(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        IssuedCode issued = issued(request, to, person);
        TokenValue code = codes.issue(issued);
        hopTrace.passed(CurrentRequest.get().traceId(), Hop.H8, Remark.CODE_SENT, to.shownAs());
        return Answer.to(responses.success(to, request, Map.of("code", code.secret()), person.sessionId()))
                .withCode(code)
                .with(new Event.CodeIssued(Facts.of(request), person.subject(), issued.grantId(), person.sessionId()));
    }

    /** What a code stands for that is issued now. */
    IssuedCode issued(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        return new IssuedCode(
                to.client().id(),
                person.subject(),
                random.identifier(),
                person.sessionId(),
                to.redirectUri(),
                to.sent(),
                request.scope(),
                request.resource(),
                claims.granted(request, to.client(), person.subject()),
                request.nonce(),
                request.codeChallenge(),
                person.authTime(),
                person.amr(),
                person.endsAt(),
                CurrentRequest.get().traceId(),
                codes.expiry());
    }
}
