package dev.postern.edge.gateway;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which header fields cross the gateway: RFC 9110 section 7.6.1.
 *
 * <p>Fields of one connection, those that Connection names included, stop here. So do cookies in both directions (they belong to
 * the origin that upstreams share with the sign-in), and whatever could tell an upstream who the caller is: only the gateway says that.
 */
final class HeaderRules {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");
    private static final Set<String> ONLY_WE_SAY = Set.of(
            "host",
            "content-length",
            "expect",
            "cookie",
            "cookie2",
            "forwarded",
            "via",
            "traceparent",
            "tracestate",
            "x-request-id",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-cluster-client-ip",
            "remote-user",
            "x-user",
            "x-user-id",
            "x-username",
            "x-subject",
            "x-groups",
            "x-roles",
            "x-email",
            "x-client-cert",
            "ssl-client-cert",
            "client-cert",
            "client-cert-chain",
            "x-http-method-override",
            "x-http-method",
            "x-method-override");
    private static final List<String> ONLY_WE_SAY_BEGIN =
            List.of("x-auth-", "x-forwarded-", "x-original-", "x-rewrite-", "x-remote-", "x-ssl-", "x-authenticated-");
    private static final Set<String> NOT_ANSWERED = Set.of(
            "set-cookie", "set-cookie2", "content-length", "server", "x-powered-by", "date", "x-request-id", "via");

    private HeaderRules() {}

    /** The lower-case names that this message's Connection fields reserve for the connection. */
    static Set<String> named(Collection<String> connection) {
        Set<String> names = new HashSet<>();
        for (String field : connection) {
            for (String name : field.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    static boolean toUpstream(String name, Set<String> named) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return passes(name, named) && !ONLY_WE_SAY.contains(lower) && !beginsAsOnlyWeSay(lower);
    }

    private static boolean beginsAsOnlyWeSay(String lower) {
        for (String beginning : ONLY_WE_SAY_BEGIN) {
            if (lower.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    static boolean toClient(String name, Set<String> named) {
        return passes(name, named) && !name.startsWith(":") && !NOT_ANSWERED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean passes(String name, Set<String> named) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !OF_ONE_CONNECTION.contains(lower) && !named.contains(lower);
    }
}
