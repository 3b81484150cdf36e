package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.data.database.Client;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import dev.postern.platform.outgoing.FetchFailed;
import dev.postern.platform.outgoing.Fetched;
import dev.postern.platform.outgoing.GuardedFetch;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** sector_identifier_uri: OpenID Connect Registration section 5. What is there must name every redirect URI of the client. */
@Service
class SectorIdentifiers {

    private static final Logger LOG = Logger.getLogger(SectorIdentifiers.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GuardedFetch fetch;

    @Inject
    SectorIdentifiers(GuardedFetch fetch) {
        this.fetch = fetch;
    }

    /** The rule that the client's sector breaks, or nothing if it is fine. */
    Optional<Rule> refuse(Client client) {
        String uri = client.identity().sectorIdentifierUri();
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        Optional<Set<String>> listed = listed(uri);
        if (listed.isEmpty()) {
            return Optional.of(Rule.SECTOR_UNREADABLE);
        }
        return listed.get().containsAll(client.redirection().redirectUris())
                ? Optional.empty()
                : Optional.of(Rule.SECTOR_INCOMPLETE);
    }

    private Optional<Set<String>> listed(String uri) {
        try {
            Fetched answer = fetch.get(URI.create(uri), "application/json");
            JsonNode list = MAPPER.readTree(answer.text());
            if (answer.status() != 200 || list == null || !list.isArray()) {
                return Optional.empty();
            }
            Set<String> texts = new HashSet<>();
            list.forEach(entry -> texts.add(entry.asText()));
            return Optional.of(texts);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (FetchFailed e) {
            LOG.log(Level.WARNING, "The sector at {0} could not be fetched: {1} {2}", new Object[] {
                uri, e.reason(), e.getMessage()
            });
            return Optional.empty();
        }
    }
}
