package dev.postern.platform.request;

import java.net.InetAddress;

/** A block of addresses in CIDR notation (RFC 4632 section 3.1, RFC 4291 section 2.3), or a single address. */
record AddressBlock(InetAddress network, int prefixLength) {

    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = Addresses.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("write addresses or blocks such as 10.0.0.0/8"));
        int bits = network.getAddress().length * 8;
        int prefixLength = slash < 0 ? bits : prefixLength(text.substring(slash + 1), bits);
        return new AddressBlock(network, prefixLength);
    }

    private static int prefixLength(String text, int bits) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > bits) {
            throw new IllegalArgumentException("a prefix length is a number from 0 to " + bits);
        }
        return Integer.parseInt(text);
    }

    boolean holds(InetAddress address) {
        byte[] left = network.getAddress();
        byte[] right = address.getAddress();
        if (left.length != right.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit += 8) {
            int mask = 0xff << Math.max(0, 8 - (prefixLength - bit));
            if (((left[bit / 8] ^ right[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
