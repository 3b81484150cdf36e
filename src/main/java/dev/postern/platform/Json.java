package dev.postern.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** JSON of the project's own records: what is put into the cache, the queue and text columns. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            // Sets keep the order in which they were written: scopes are shown in it.
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /** The same JSON with line breaks, for people to read; text that is not JSON comes back as it is. */
    public static String indented(String text) {
        try {
            return MAPPER.readTree(text).toPrettyString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** @throws IllegalArgumentException if the text is not JSON of that type; the message never holds the text */
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException("null instead of " + type.getSimpleName());
            }
            return value;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException("not JSON of type " + type.getSimpleName(), e);
        }
    }

    /** @throws IllegalArgumentException if the text is not a JSON object */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(String text) {
        return read(text, Map.class);
    }
}
