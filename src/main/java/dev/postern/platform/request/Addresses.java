package dev.postern.platform.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP address literals; never asks a name server. */
final class Addresses {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)](:\\d{1,5})?");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");

    private Addresses() {}

    static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        boolean ipv6 = literal.indexOf(':') >= 0 && IPV6.matcher(literal).matches();
        if (!ipv6 && !IPV4.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** One spelling per address; what is no address is returned as it is. */
    static String canonical(String text) {
        return isPlainIpv4(text)
                ? text
                : parse(text).map(InetAddress::getHostAddress).orElse(text);
    }

    /** Four numbers up to 255 without leading zeros: what nearly every peer has, and its own canonical spelling. */
    private static boolean isPlainIpv4(String text) {
        int numbers = 1;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && value >= 0) {
                numbers++;
                value = -1;
            } else if (c >= '0' && c <= '9' && value != 0) {
                value = Math.max(value, 0) * 10 + c - '0';
            } else {
                return false;
            }
            if (value > 255) {
                return false;
            }
        }
        return numbers == 4 && value >= 0;
    }

    /** An entry of X-Forwarded-For: an address, perhaps in brackets, perhaps with a port. */
    static Optional<String> ofForwarded(String entry) {
        String text = entry.strip();
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return parse(bracketed.group(1)).map(InetAddress::getHostAddress);
        }
        Matcher withPort = IPV4_WITH_PORT.matcher(text);
        return parse(withPort.matches() ? withPort.group(1) : text).map(InetAddress::getHostAddress);
    }
}
