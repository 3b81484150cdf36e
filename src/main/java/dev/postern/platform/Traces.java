package dev.postern.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace ids. A sign-in's trace id follows from its {@code state}, so that front channel and back channel agree on it. */
public final class Traces {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    private Traces() {}

    /** The trace id of the sign-in that the given {@code state} belongs to, or that of a device its device code. */
    public static String ofState(String state) {
        byte[] hash = Digests.sha256(state.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    /** The trace id of a {@code traceparent} header. */
    public static Optional<String> ofHeader(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() && !matcher.group(1).equals(NO_TRACE)
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /** The {@code traceparent} header that carries a trace id on a call of ours. */
    public static String header(String traceId) {
        return "00-" + traceId + "-" + traceId.substring(0, 16) + "-01";
    }
}
