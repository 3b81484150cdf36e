package dev.postern.identity.console.client;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister.Search;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.ClientKind;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of clients with its search: {@code /console/clients}. */
@Named
@RequestScoped
public class ClientList {

    private static final int ROWS = 50;

    @Inject
    ClientAdministration clients;

    @Inject
    Frame frame;

    private Slice<RegisteredClient> slice = new Slice<>(List.of(), Optional.empty());

    /** A line of the table. */
    public record Row(
            String id,
            String name,
            String href,
            String kind,
            String method,
            String owner,
            boolean enabled,
            String changed) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        Search search = new Search(getText(), getOwner(), enabled(), kind());
        slice = clients.list(
                frame.by(), search, Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty()), ROWS);
    }

    public List<Row> getRows() {
        Words words = words();
        return slice.items().stream().map(found -> row(found, words)).toList();
    }

    private Row row(RegisteredClient found, Words words) {
        Client client = found.client();
        return new Row(
                client.id(),
                client.displayName(words.tag()),
                frame.getRoot() + ClientLinks.client(client.id()),
                words.text("kind." + client.kind().wire()),
                client.authentication().method().wire(),
                found.owner(),
                client.isEnabled(),
                UtcTime.shown(found.updatedAt()));
    }

    public String getText() {
        return frame.parameter("q").strip();
    }

    public String getOwner() {
        return frame.parameter("owner").strip();
    }

    public boolean isSearching() {
        return Stream.of("q", "owner", "kind", "state")
                .anyMatch(name -> !frame.parameter(name).isBlank());
    }

    public List<Choice> getKinds() {
        String chosen = kind().map(ClientKind::wire).orElse("");
        return Stream.concat(Stream.of(""), Stream.of(ClientKind.values()).map(ClientKind::wire))
                .map(wire -> new Choice(
                        wire, words().text(wire.isEmpty() ? "filter.any" : "kind." + wire), wire.equals(chosen)))
                .toList();
    }

    public List<Choice> getStates() {
        String chosen = frame.parameter("state");
        return Stream.of("", "enabled", "disabled")
                .map(state -> new Choice(
                        state, words().text(state.isEmpty() ? "filter.any" : "state." + state), state.equals(chosen)))
                .toList();
    }

    /** What the URL says and nobody offers is as if it were not said. */
    private Optional<ClientKind> kind() {
        return Stream.of(ClientKind.values())
                .filter(kind -> kind.wire().equals(frame.parameter("kind")))
                .findFirst();
    }

    private Optional<Boolean> enabled() {
        return switch (frame.parameter("state")) {
            case "enabled" -> Optional.of(true);
            case "disabled" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public String getNext() {
        return slice.next().map(this::page).orElse("");
    }

    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : page("");
    }

    private String page(String cursor) {
        return frame.getRoot()
                + ClientLinks.to(
                        ClientLinks.LIST,
                        "q",
                        getText(),
                        "owner",
                        getOwner(),
                        "kind",
                        frame.parameter("kind"),
                        "state",
                        frame.parameter("state"),
                        "cursor",
                        cursor);
    }

    private Words words() {
        return frame.in("console-clients");
    }
}
