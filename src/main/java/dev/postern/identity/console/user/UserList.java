package dev.postern.identity.console.user;

import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister.Search;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Users found by name, address, role and state: {@code /console/users?q=…&role=…&state=…&cursor=…}. */
@Named
@RequestScoped
public class UserList {

    private static final int PAGE = 50;

    @Inject
    UserAdministration users;

    @Inject
    Frame frame;

    private Slice<Registered<User>> found = new Slice<>(List.of(), Optional.empty());

    /** A line of the table. */
    public record Row(
            String href, String username, String name, String email, String roles, boolean enabled, String owner) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        Optional<String> cursor = Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
        found = users.list(frame.by(), new Search(getWanted(), getRole(), enabled()), cursor, PAGE);
    }

    private Optional<Boolean> enabled() {
        return switch (getState()) {
            case "enabled" -> Optional.of(true);
            case "disabled" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public List<Row> getRows() {
        return found.items().stream().map(this::row).toList();
    }

    private Row row(Registered<User> registered) {
        User user = registered.object();
        return new Row(
                UserLinks.of(frame.getRoot(), user.subject()),
                user.username(),
                UserLinks.claim(user, "name"),
                UserLinks.claim(user, "email"),
                UserLinks.roles(user, frame.getWords()),
                user.enabled(),
                registered.owner());
    }

    /** What is looked for in names and addresses. */
    public String getWanted() {
        return frame.parameter("q").strip();
    }

    public String getRole() {
        return frame.parameter("role");
    }

    public String getState() {
        return frame.parameter("state");
    }

    /** The first page of the same search; empty on it. */
    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : page("");
    }

    /** The page after this one; empty if there is none. */
    public String getNext() {
        return found.next().map(this::page).orElse("");
    }

    private String page(String cursor) {
        StringBuilder page = new StringBuilder(frame.getRoot()).append("/console/users?");
        UrlEncoded.append(page, "q", getWanted());
        UrlEncoded.append(page, "role", getRole());
        UrlEncoded.append(page, "state", getState());
        if (!cursor.isEmpty()) {
            UrlEncoded.append(page, "cursor", cursor);
        }
        return page.toString();
    }
}
