package dev.postern.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object member by member, without reflection: what leaves on hot paths. */
public final class JsonObject {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    private final JsonGenerator generator;

    public JsonObject() {
        try {
            generator = FACTORY.createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a member of any JSON type: texts, numbers, truth values, lists and maps of such. */
    public JsonObject put(String name, @Nullable Object value) {
        try {
            generator.writeFieldName(name);
            write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a text member unless it is empty. */
    public JsonObject putUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : put(name, value);
    }

    /** Adds a NumericDate (RFC 7519 section 2): whole seconds. */
    public JsonObject put(String name, Instant time) {
        return put(name, (Object) time.getEpochSecond());
    }

    public JsonObject putIfPresent(String name, Optional<?> value) {
        return value.isEmpty()
                ? this
                : put(name, value.get() instanceof Instant time ? (Object) time.getEpochSecond() : value.get());
    }

    private void write(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            generator.writeStartArray();
            for (Object entry : list) {
                write(entry);
            }
            generator.writeEndArray();
        } else {
            writeScalar(value);
        }
    }

    private void writeScalar(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }

    /** Ends the object and returns it as UTF-8. */
    public byte[] bytes() {
        try {
            generator.writeEndObject();
            generator.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
