package dev.postern.application.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** The body of a new note, read strictly (RFC 8259): an object with the one member {@code text}, once, and nothing behind it. */
record NewNote(String text) {

    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Four bytes a character, escapes as \\uXXXX taking six, and the braces. */
    private static int mostBytes(int longest) {
        return 6 * longest + 64;
    }

    /** @param longest in characters (code points) */
    static NewNote read(InputStream body, int longest) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes(longest) + 1);
        if (bytes.length > mostBytes(longest)) {
            throw ApiRefused.tooLarge(mostBytes(longest));
        }
        String text = text(bytes);
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest || text.indexOf('\0') >= 0) {
            throw ApiRefused.badRequest("A note's text has between 1 and " + longest + " characters.");
        }
        return new NewNote(text);
    }

    private static String text(byte[] bytes) {
        try {
            JsonNode node = STRICT.readTree(bytes);
            if (node.isObject() && node.size() == 1 && node.path("text").isTextual()) {
                return node.path("text").textValue();
            }
        } catch (IOException e) {
            throw ApiRefused.badRequest("The body is not JSON.");
        }
        throw ApiRefused.badRequest("The body must be a JSON object with the one member text.");
    }
}
