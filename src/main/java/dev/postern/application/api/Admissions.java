package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import dev.postern.bearer.BearerHeader;
import dev.postern.bearer.BearerRefused;
import dev.postern.bearer.BearerTokens;
import dev.postern.bearer.BearerTokensFactory;
import dev.postern.bearer.Demand;
import dev.postern.bearer.Party;
import dev.postern.picture.Hop;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Who may come in: the API's own validation of bearer tokens (H19, H20). */
@Service
public class Admissions {

    private final BearerTokens tokens;
    private final Demand demand;

    @Inject
    public Admissions(BearerTokensFactory factory, BuiltInClients builtIn) {
        this.tokens = factory.of(new Party("api", BuiltInClients.API, Hop.H20, Optional.of(Hop.H19)));
        this.demand = new Demand(Set.copyOf(builtIn.apiAudiences()), false);
    }

    /**
     * Waits for the decision, a few seconds at most: all that it may have to wait for is bounded in number and time.
     *
     * @param authorization every Authorization header of the request
     * @throws BearerRefused when there is no token or it is not good for this API
     */
    AccessToken admit(List<String> authorization, String traceId) {
        TokenValue token = BearerHeader.token(authorization).orElseThrow(BearerRefused::noToken);
        try {
            return tokens.validate(token, demand, traceId).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }
}
