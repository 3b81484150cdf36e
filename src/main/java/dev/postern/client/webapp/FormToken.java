package dev.postern.client.webapp;

import dev.postern.platform.Digests;
import dev.postern.protocol.UrlEncoded;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The token of a form that was posted here: what shows that it came from a page of ours. It never prints itself. */
record FormToken(String value) {

    private static final int LONGEST_FORM = 4_096;

    /** Reads the form of a body; a body that is no form of ours has an empty token, which belongs to no session. */
    static FormToken read(InputStream body) throws IOException {
        byte[] form = body.readNBytes(LONGEST_FORM + 1);
        if (form.length > LONGEST_FORM) {
            return new FormToken("");
        }
        try {
            List<String> tokens = UrlEncoded.decode(form).getOrDefault("token", List.of());
            return new FormToken(tokens.size() == 1 ? tokens.get(0) : "");
        } catch (UrlEncoded.Malformed e) {
            return new FormToken("");
        }
    }

    boolean belongsTo(AppSession session) {
        return !value.isEmpty() && Digests.same(session.formToken(), value);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
