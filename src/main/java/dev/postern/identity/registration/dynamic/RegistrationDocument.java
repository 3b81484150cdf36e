package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.dynamic.RegistrationRefused.Code;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The body of a registration request: one JSON object (RFC 7591 section 3.1). What it says of itself beyond the metadata of clients is
 * ignored (section 2), and so are our policies, which are not the client's to choose.
 */
final class RegistrationDocument {

    private static final int MOST_BYTES = 65_536;

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RegistrationDocument() {}

    /** @throws RegistrationRefused invalid_request or invalid_client_metadata */
    static ObjectNode read(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RegistrationRefused(Code.INVALID_REQUEST, "the body must be application/json");
        }
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new RegistrationRefused(Code.INVALID_REQUEST, "the body is too large");
            }
            if (READER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new RegistrationRefused(Code.INVALID_CLIENT_METADATA, "the body is not well-formed JSON");
        }
        throw new RegistrationRefused(Code.INVALID_CLIENT_METADATA, "the body must be a JSON object");
    }

    /** What of it is metadata of a client that registers itself. Null stands for "not given" (RFC 7592 section 2.2). */
    static ObjectNode metadata(ObjectNode document, String clientId) {
        ObjectNode metadata = document.objectNode();
        document.fieldNames().forEachRemaining(name -> {
            JsonNode value = document.path(name);
            if (ClientFields.isStandard(name) && !value.isNull()) {
                metadata.set(name, value);
            }
        });
        return metadata.put("client_id", clientId);
    }

    /** Those of the names that the document has. */
    static List<String> present(ObjectNode document, List<String> names) {
        return names.stream().filter(document::has).toList();
    }
}
