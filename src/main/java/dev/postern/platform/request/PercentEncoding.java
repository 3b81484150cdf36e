package dev.postern.platform.request;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** RFC 3986 section 2.1: a percent sign is followed by two hexadecimal digits. Servers differ in what they make of one that is not. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** @param text absent text has nothing that is broken */
    static boolean isWhole(@Nullable String text) {
        if (text == null) {
            return true;
        }
        for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', percent + 3)) {
            if (!isDigit(text, percent + 1) || !isDigit(text, percent + 2)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && HexFormat.isHexDigit(text.charAt(index));
    }
}
