package dev.postern.identity.setup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML 1.1 or JSON (by the file name's ending) strictly: no repeated field, no alias, no second document, nothing after the end.
 */
final class DocumentReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 64 * 1024 * 1024;

    private final String fileName;
    private final JsonParser parser;
    private final Map<String, JsonLocation> positions = new HashMap<>();

    private DocumentReader(String fileName, JsonParser parser) {
        this.fileName = fileName;
        this.parser = parser;
    }

    /** @throws SetupRefused if the text is not a document of the strict form */
    static Document read(String fileName, String text) {
        try (JsonParser parser = factory(fileName).createParser(text)) {
            DocumentReader reader = new DocumentReader(fileName, parser);
            return reader.document();
        } catch (JsonProcessingException e) {
            throw refused(fileName, e.getLocation(), firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonFactory factory(String fileName) {
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return new JsonFactory();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private Document document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw refuse("the file must be an object with the sections " + String.join(", ", SetupFile.SECTIONS));
        }
        JsonNode root = value("");
        if (parser.nextToken() != null) {
            throw refuse("nothing may follow the first document");
        }
        return new Document(fileName, root, positions);
    }

    /** The value at whose first token the parser stands. */
    private JsonNode value(String pointer) throws IOException {
        positions.putIfAbsent(pointer, parser.currentTokenLocation());
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw refuse("aliases are not read: write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> throw refuse("is not a value");
        };
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw refuse("field " + name + " is repeated");
            }
            // A field stands where its name stands: that is what an administrator looks for.
            String field = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            positions.put(field, parser.currentTokenLocation());
            parser.nextToken();
            object.set(name, value(field));
        }
        return object;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(pointer + "/" + array.size()));
        }
        return array;
    }

    private SetupRefused refuse(String reason) {
        return refused(fileName, parser.currentTokenLocation(), reason);
    }

    private static SetupRefused refused(String fileName, JsonLocation at, String reason) {
        return new SetupRefused("set-up file " + fileName + ", line " + at.getLineNr() + ", column " + at.getColumnNr()
                + ": " + reason);
    }

    /** The first line says what is wrong; later ones quote the file, which may hold secrets. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("cannot be read");
    }
}
