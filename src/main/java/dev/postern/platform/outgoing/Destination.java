package dev.postern.platform.outgoing;

import dev.postern.platform.outgoing.FetchFailed.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a fetch goes. The name is looked up once, here; the connection is made to an address that was judged, so that a name that
 * changes its mind (DNS rebinding) gains nothing.
 *
 * @param host as in the URI, for the certificate; an IPv6 literal without brackets
 * @param addresses at least one
 */
record Destination(boolean secure, String host, int port, List<InetAddress> addresses) {

    /** Looks names up. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /**
     * @param allowed hosts, as host or host:port, that may have private addresses and speak plain http
     * @throws FetchFailed if it must not be called
     */
    static Destination of(URI uri, Set<String> allowed, Resolver resolver) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        boolean exempt = allowed.contains(host) || allowed.contains(host + ":" + port);
        if (host.isEmpty() || uri.getRawUserInfo() != null || !(secure || (exempt && scheme.equals("http")))) {
            throw new FetchFailed(Reason.NOT_ALLOWED, "not an https address with a host");
        }
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> addresses = lookUp(name, resolver);
        if (!exempt && !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new FetchFailed(Reason.PRIVATE_ADDRESS, host + " has an address that is not public");
        }
        return new Destination(secure, name, port, addresses);
    }

    private static List<InetAddress> lookUp(String name, Resolver resolver) {
        try {
            return List.of(resolver.lookUp(name));
        } catch (UnknownHostException e) {
            throw new FetchFailed(Reason.UNREACHABLE, name + " is not known");
        }
    }
}
