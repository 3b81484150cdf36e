package dev.postern.identity.console.user;

import dev.postern.data.database.User;
import dev.postern.page.Words;
import dev.postern.protocol.UrlEncoded;
import java.util.stream.Collectors;

/** Addresses of a user's pages, and what stands in more than one of them. */
final class UserLinks {

    private UserLinks() {}

    static String of(String root, String subject) {
        return page(root, "/console/user", subject);
    }

    static String page(String root, String path, String subject) {
        StringBuilder page = new StringBuilder(root).append(path).append('?');
        UrlEncoded.append(page, "subject", subject);
        return page.toString();
    }

    /** What they may do here, in words. */
    static String roles(User user, Words words) {
        return user.roles().stream().map(role -> words.text("role." + role)).collect(Collectors.joining(", "));
    }

    /** A claim that is a text; empty if it is none. */
    static String claim(User user, String name) {
        return user.claims().get(name) instanceof String text ? text : "";
    }
}
