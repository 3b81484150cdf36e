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

    private final List<AddressBlock> blocks;

    @Inject
    public TrustedProxies(Settings settings) {
        this(settings.get(PlatformSettings.TRUSTED_PROXIES));
    }

    TrustedProxies(List<String> texts) {
        this.blocks = texts.stream().map(TrustedProxies::block).toList();
    }

    private static AddressBlock block(String text) {
        try {
            return AddressBlock.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("setting postern.trusted-proxies is wrong: " + e.getMessage(), e);
        }
    }

    /** Whether this peer is a trusted proxy. @param address a literal, as {@code ServletRequest.getRemoteAddr} gives it */
    public boolean trusts(String address) {
        return !blocks.isEmpty()
                && Addresses.parse(address)
                        .map(parsed -> blocks.stream().anyMatch(block -> block.holds(parsed)))
                        .orElse(false);
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
