package dev.postern.platform.source;

import java.util.regex.Pattern;

/**
 * A setting as it counts.
 *
 * @param source where it comes from, in words
 */
public record EffectiveSetting(String key, String text, String source) {

    /** Where a value comes from that nobody has set. */
    public static final String DEFAULT = "default";

    private static final Pattern SECRET = Pattern.compile(".*(password|secret)");
    private static final Pattern USER_IN_URL = Pattern.compile("(?<=//)[^/@\\s]*@");
    private static final Pattern SECRET_IN_QUERY = Pattern.compile("(?i)(?<=(password|secret)=)[^&;\\s]*");

    /** For a listing; what is secret is not shown. */
    @Override
    public String toString() {
        return key + " = " + shown() + "   (" + source + ")";
    }

    /** The value where it may be seen: secrets are not shown. */
    public String shown() {
        if (text.isEmpty()) {
            return "none";
        }
        if (!source.equals(DEFAULT) && SECRET.matcher(key).matches()) {
            return "***";
        }
        String withoutUser = USER_IN_URL.matcher(text).replaceAll("***@");
        return SECRET_IN_QUERY.matcher(withoutUser).replaceAll("***");
    }
}
