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
import java.nio.charset.MalformedInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML 1.1 or JSON (by the file name's ending) strictly and entry by entry: no repeated field, no alias, no second document, nothing
 * after the end.
 */
final class DocumentReader {

    static final List<String> SECTIONS =
            List.of("clients", "scopes", "resource-servers", "users", "initial-access-tokens");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 128 * 1024 * 1024;

    private final FileText file;
    private final JsonParser parser;
    private final Findings findings;
    private Map<String, JsonLocation> positions = new HashMap<>();

    private DocumentReader(FileText file, JsonParser parser, Findings findings) {
        this.file = file;
        this.parser = parser;
        this.findings = findings;
    }

    /**
     * @param findings where sections are told that are none
     * @throws SetupRefused if the text is not a document of the strict form
     */
    static void read(FileText file, Findings findings, Consumer<Entry> entries) {
        try (JsonParser parser =
                factory(file.fileName()).createParser(file.opener().open())) {
            new DocumentReader(file, parser, findings).document(entries);
        } catch (JsonProcessingException e) {
            throw refused(file, e.getLocation(), firstLine(e.getOriginalMessage()));
        } catch (MalformedInputException e) {
            throw new SetupRefused("set-up file " + file.fileName() + " is not UTF-8 text");
        } catch (IOException e) {
            throw new SetupRefused("set-up file " + file.fileName()
                    + " cannot be read: correct postern.setup-file or its permissions");
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

    private void document(Consumer<Entry> entries) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refuse("the file must be an object with the sections " + String.join(", ", SECTIONS));
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw refuse("field " + name + " is repeated");
            }
            JsonLocation at = parser.currentTokenLocation();
            boolean known = SECTIONS.contains(name);
            if (!known) {
                wrong(at, name + " unknown field; known are " + String.join(", ", SECTIONS));
            }
            parser.nextToken();
            if (known && parser.currentToken() == JsonToken.START_ARRAY) {
                section(name, entries);
            } else {
                if (known) {
                    wrong(at, name + " must be a list");
                }
                value("/" + name);
            }
        }
        if (parser.nextToken() != null) {
            throw refuse("nothing may follow the first document");
        }
    }

    private void wrong(JsonLocation at, String text) {
        findings.add(new Misplaced(at.getLineNr(), at.getColumnNr(), text));
    }

    private void section(String name, Consumer<Entry> entries) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            positions = new HashMap<>();
            String pointer = "/" + name + "/" + index;
            entries.accept(new Entry(name, index, pointer, value(pointer), positions));
        }
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
        return refused(file, parser.currentTokenLocation(), reason);
    }

    private static SetupRefused refused(FileText file, JsonLocation at, String reason) {
        return new SetupRefused("set-up file " + file.fileName() + ", line " + at.getLineNr() + ", column "
                + at.getColumnNr() + ": " + reason);
    }

    /** The first line says what is wrong; later ones quote the file, which may hold secrets. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("cannot be read");
    }
}
