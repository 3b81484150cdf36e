package dev.postern.identity.console.registration;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens.FoundToken;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.console.frame.UtcTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The list of initial access tokens: {@code /console/registration-tokens}. */
@Named
@RequestScoped
public class RegistrationTokenList {

    private static final int ROWS = 50;
    private static final String LIST = "/console/registration-tokens";

    @Inject
    InitialAccessTokenAdministration tokens;

    @Inject
    Frame frame;

    @Inject
    Clock clock;

    private Slice<FoundToken> found = new Slice<>(List.of(), Optional.empty());

    /**
     * A line of the table.
     *
     * @param limits what may be registered with it, as field and value
     * @param clientsHref those that were
     * @param end address of the page that revokes it, empty where it is changed elsewhere
     */
    public record Row(
            String name,
            String expires,
            boolean expired,
            List<String> limits,
            int clients,
            String clientsHref,
            String owner,
            String end) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        Optional<String> cursor = Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
        found = tokens.list(frame.by(), cursor, ROWS);
    }

    public List<Row> getRows() {
        return found.items().stream().map(this::row).toList();
    }

    private Row row(FoundToken one) {
        InitialAccessToken token = one.token();
        return new Row(
                token.name(),
                token.expiresAt().map(UtcTime::shown).orElse(""),
                token.expiresAt().filter(at -> !at.isAfter(clock.instant())).isPresent(),
                Limits.of(token),
                one.clients(),
                frame.getRoot() + Query.of("/console/clients", "owner", token.clientOwner()),
                one.owner(),
                Owners.areOurs(one.owner())
                        ? frame.getRoot() + Query.of("/console/registration-token-end", "id", token.tokenHash())
                        : "");
    }

    /** The first page of the same list; empty on it. */
    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : frame.getRoot() + LIST;
    }

    /** The page after this one; empty if there is none. */
    public String getNext() {
        return found.next()
                .map(cursor -> frame.getRoot() + Query.of(LIST, "cursor", cursor))
                .orElse("");
    }
}
