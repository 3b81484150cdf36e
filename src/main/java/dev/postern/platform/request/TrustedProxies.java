package dev.postern.platform.request;

import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whose forwarded headers are believed, and whose address a request therefore has. */
@Service
public class TrustedProxies {

    private final AddressList proxies;

    @Inject
    public TrustedProxies(Settings settings) {
        this.proxies = AddressList.of(PlatformSettings.TRUSTED_PROXIES, settings);
    }

    /** Whether this peer is a trusted proxy. @param address a literal, as {@code ServletRequest.getRemoteAddr} gives it */
    public boolean trusts(String address) {
        return proxies.holds(address);
    }

    /**
     * The address of the client: the first one, from the right of {@code X-Forwarded-For}, that is not a trusted proxy.
     *
     * <p>What stands further left was written by the client itself and is ignored. At an entry that is no address the walk ends
     * with the last address that was one.
     *
     * @param peer who opened the connection
     * @param forwardedFor the entries of all X-Forwarded-For headers, in order
     */
    public String clientAddress(String peer, List<String> forwardedFor) {
        String address = Addresses.canonical(peer);
        for (int i = forwardedFor.size() - 1; i >= 0 && trusts(address); i--) {
            Optional<String> next = Addresses.ofForwarded(forwardedFor.get(i));
            if (next.isEmpty()) {
                break;
            }
            address = next.get();
        }
        return address;
    }
}
