package dev.postern.identity.adminapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** The JSON body of a request: one object, read strictly. */
final class AdminBody {

    private static final int MOST_BYTES = 262_144;
    private static final Set<String> TYPES = Set.of("application/json", "application/merge-patch+json");

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private AdminBody() {}

    /** A body that is not there is an empty object. @throws Unreadable if it is anything else than one JSON object */
    static ObjectNode read(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length == 0) {
                return JsonNodeFactory.instance.objectNode();
            }
            if (!TYPES.contains(mediaType(request))) {
                throw new Unreadable(415, "The body must be application/json.");
            }
            if (body.length > MOST_BYTES) {
                throw new Unreadable(413, "The body is larger than " + MOST_BYTES + " bytes.");
            }
            if (READER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new Unreadable(400, "The body is not well-formed JSON, or names a member twice.");
        }
        throw new Unreadable(400, "The body must be a JSON object.");
    }

    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body is not what the operation can read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Unreadable(int status, String detail) {
            super(detail, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
