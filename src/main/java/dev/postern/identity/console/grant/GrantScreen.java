package dev.postern.identity.console.grant;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.Grant;
import dev.postern.data.refreshtoken.FamilyRegister.FoundFamily;
import dev.postern.identity.administration.grant.GrantAdministration;
import dev.postern.identity.administration.grant.ListedGrant;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Recorded;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.platform.Json;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A grant, the chain of its refresh tokens and what happened under it, and its end: {@code /console/grant?id=…}. */
@Named
@RequestScoped
public class GrantScreen {

    @Inject
    GrantAdministration grants;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    private @Nullable ListedGrant found;

    /** A token of the chain. @param state spent, usable or ended, as the words name it */
    public record Link(String name, String state, String tone) {}

    /** Something that happened under the grant. */
    public record Happening(String when, String type, String outcome, String address, String detail) {}

    /** Revokes it with everything that was issued under it. */
    public void revoke() {
        outcome.of(() -> {
            grants.revoke(frame.by(), id());
            StringBuilder page = new StringBuilder("/console/grant?notice=revoked");
            UrlEncoded.append(page, "id", id());
            return page.toString();
        });
    }

    private String id() {
        return frame.parameter("id");
    }

    private ListedGrant shown() {
        ListedGrant known = found;
        if (known == null) {
            known = grants.find(frame.by(), id());
            found = known;
        }
        return known;
    }

    public Grant getGrant() {
        return shown().grant();
    }

    /** The name of who gave it. */
    public String getUser() {
        return shown().username();
    }

    public String getScope() {
        return getGrant().scope().wire();
    }

    public String getSince() {
        return UtcTime.shown(getGrant().createdAt());
    }

    public String getUntil() {
        return UtcTime.shown(getGrant().expiresAt());
    }

    public boolean isRevoked() {
        return shown().found().revokedAt().isPresent();
    }

    public String getState() {
        return shown().state().wire();
    }

    /** When and why it was revoked; empty if it was not. */
    public String getRevocation() {
        return shown().found()
                .revokedAt()
                .map(at -> UtcTime.told(at) + ", "
                        + Recorded.told(frame.getWords(), shown().found().reason()))
                .orElse("");
    }

    public String getUserHref() {
        return GrantLinks.user(frame.getRoot(), getGrant().subject());
    }

    public String getClientHref() {
        return GrantLinks.client(frame.getRoot(), getGrant().clientId());
    }

    /** The chain of its refresh tokens; empty if it never had one. */
    public Optional<FoundFamily> family() {
        return grants.familyOf(frame.by(), id());
    }

    /** From the first to the usable one; of many spent ones only how many there are. */
    public List<Link> getChain() {
        return family().map(GrantScreen::chain).orElse(List.of());
    }

    private static List<Link> chain(FoundFamily family) {
        Link last = new Link(
                Integer.toString(family.generation()),
                family.revokedAt().isPresent() ? "ended" : "usable",
                family.revokedAt().isPresent() ? "bad" : "ok");
        return switch (family.generation()) {
            case 0 -> List.of(last);
            case 1 -> List.of(new Link("0", "spent", ""), last);
            default -> List.of(new Link("0 … " + (family.generation() - 1), "spent", ""), last);
        };
    }

    /** When the chain ends unless it is used before, and in any case. */
    public List<String> getChainEnds() {
        return family().map(family -> List.of(
                        UtcTime.told(family.lastRotatedAt()),
                        UtcTime.told(family.idleExpiresAt()),
                        UtcTime.told(family.expiresAt())))
                .orElse(List.of());
    }

    public List<Happening> getHappenings() {
        return grants.happenings(frame.by(), id()).stream().map(this::happening).toList();
    }

    private Happening happening(AuditRow row) {
        Object detail = Json.readObject(row.details()).getOrDefault("reason", "");
        return new Happening(
                UtcTime.shown(row.occurredAt()),
                row.type(),
                row.outcome(),
                row.address(),
                Recorded.told(frame.getWords(), detail.toString()));
    }
}
