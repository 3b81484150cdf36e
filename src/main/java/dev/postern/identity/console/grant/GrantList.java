package dev.postern.identity.console.grant;

import dev.postern.data.database.Grant;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.grant.FoundToken;
import dev.postern.identity.administration.grant.GrantAdministration;
import dev.postern.identity.administration.grant.ListedGrant;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.identity.rule.Rule;
import dev.postern.protocol.TokenValue;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Grants by user (name or subject), by client or by a token that is pasted: {@code /console/grants?subject=…&client_id=…&cursor=…}. */
@Named
@RequestScoped
public class GrantList {

    private static final int PAGE = 50;

    @Inject
    GrantAdministration grants;

    @Inject
    UserAdministration users;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    private Slice<ListedGrant> found = new Slice<>(List.of(), Optional.empty());
    private String token = "";

    /** A line of the table. */
    public record Row(
            String href,
            String since,
            String userHref,
            String user,
            String clientHref,
            String client,
            String scope,
            String until,
            String state,
            boolean offline) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        Optional<String> cursor = Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
        String subject = users.subjectOf(frame.by(), getSubject());
        found = grants.list(frame.by(), subject, getClient(), cursor, PAGE);
    }

    /** Goes to the grant of the pasted token; the token goes nowhere. */
    public void findToken() {
        outcome.of(() -> {
            FoundToken known = known();
            StringBuilder page = new StringBuilder("/console/grant?notice=")
                    .append(known.kind().wire())
                    .append(known.counts() ? "_counts" : "_over");
            UrlEncoded.append(page, "id", known.grant().grant().id());
            return page.toString();
        });
    }

    private FoundToken known() {
        try {
            return grants.ofToken(frame.by(), new TokenValue(token.strip()));
        } catch (AdministrationRefused e) {
            if (e.reason() == AdministrationRefused.Reason.UNKNOWN) {
                throw AdministrationRefused.invalid("token", Rule.NO_TOKEN_OF_OURS);
            }
            throw e;
        }
    }

    public List<Row> getRows() {
        return found.items().stream().map(this::row).toList();
    }

    private Row row(ListedGrant one) {
        Grant grant = one.grant();
        String root = frame.getRoot();
        return new Row(
                GrantLinks.grant(root, grant.id()),
                UtcTime.shown(grant.createdAt()),
                GrantLinks.user(root, grant.subject()),
                one.username(),
                GrantLinks.client(root, grant.clientId()),
                grant.clientId(),
                grant.scope().wire(),
                UtcTime.shown(grant.expiresAt()),
                one.state().wire(),
                grant.offline());
    }

    public String getSubject() {
        return frame.parameter("subject").strip();
    }

    public String getClient() {
        return frame.parameter("client_id").strip();
    }

    /** Never shown again. */
    public String getToken() {
        return "";
    }

    public void setToken(String token) {
        this.token = token;
    }

    /** The first page of the same list; empty on it. */
    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : page("");
    }

    /** The page after this one; empty if there is none. */
    public String getNext() {
        return found.next().map(this::page).orElse("");
    }

    private String page(String cursor) {
        StringBuilder page = new StringBuilder(frame.getRoot()).append("/console/grants?");
        UrlEncoded.append(page, "subject", getSubject());
        UrlEncoded.append(page, "client_id", getClient());
        if (!cursor.isEmpty()) {
            UrlEncoded.append(page, "cursor", cursor);
        }
        return page.toString();
    }
}
