package dev.postern.platform.request;

import dev.postern.platform.Setting;
import dev.postern.platform.Settings;
import java.util.List;

/** The addresses and blocks that a setting names. */
public final class AddressList {

    private final List<AddressBlock> blocks;

    private AddressList(List<AddressBlock> blocks) {
        this.blocks = blocks;
    }

    /** @throws IllegalStateException if the setting names something else */
    public static AddressList of(Setting<List<String>> setting, Settings settings) {
        try {
            return new AddressList(
                    settings.get(setting).stream().map(AddressBlock::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("setting " + setting.key() + " is wrong: " + e.getMessage(), e);
        }
    }

    /** @param address a literal, as {@code ServletRequest.getRemoteAddr} gives it */
    public boolean holds(String address) {
        return !blocks.isEmpty()
                && Addresses.parse(address)
                        .map(parsed -> blocks.stream().anyMatch(block -> block.holds(parsed)))
                        .orElse(false);
    }
}
