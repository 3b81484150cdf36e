package dev.postern.platform.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet: the special-purpose registries of RFC 6890, RFC 8190 and RFC 6052.
 *
 * <p>IPv6 is public in 2000::/3 only, without the blocks that are reserved there; addresses that carry an IPv4 address are judged by it.
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));

    private static final Block GLOBAL_V6 = Block.of("2000::", 3);
    private static final Block NAT64 = Block.of("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
    private static final List<Block> NOT_PUBLIC_V6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("3fff::", 20));

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] address) {
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(address));
    }

    private static boolean isPublicV6(byte[] address) {
        if (NAT64.holds(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL_V6.holds(address) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(address));
    }

    private record Block(byte[] prefix, int bits) {

        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(literal + " is a literal address", e);
            }
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
