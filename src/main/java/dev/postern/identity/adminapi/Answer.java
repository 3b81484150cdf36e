package dev.postern.identity.adminapi;

import dev.postern.identity.administration.download.Download;
import dev.postern.platform.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operation answers.
 *
 * @param fields header fields besides those that every answer has
 * @param body what writes the body
 */
record Answer(int status, Map<String, String> fields, Body body) {

    private static final String CONTENT_TYPE = "Content-Type";

    /** Writes a body, at once or part by part. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An answer as it is kept to be given again. */
    record Kept(int status, Map<String, String> fields, String json) {

        Answer again() {
            return ofText(status, json).withAll(fields).with("Idempotency-Replayed", "true");
        }
    }

    /** A JSON answer and what is kept of it. */
    static Answer of(int status, Object value) {
        return ofText(status, Json.write(value));
    }

    private static Answer ofText(int status, String json) {
        return new Answer(status, Map.of(CONTENT_TYPE, "application/json"), new Text(json));
    }

    static Answer nothing() {
        return new Answer(204, Map.of(), new Text(""));
    }

    /** An answer of a length that nobody knows yet. */
    static Answer streamed(String mediaType, Body body) {
        return new Answer(200, Map.of(CONTENT_TYPE, mediaType), body);
    }

    static Answer of(Download<?> download) {
        return streamed(download.format().mediaType(), download::writeTo)
                .with("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
    }

    Answer with(String name, String value) {
        return withAll(Map.of(name, value));
    }

    private Answer withAll(Map<String, String> added) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.putAll(added);
        return new Answer(status, more, body);
    }

    /** RFC 9110 section 8.8.3: a strong validator. */
    Answer withRevision(String revision) {
        return with("ETag", '"' + revision + '"');
    }

    Kept kept() {
        return new Kept(status, fields, body instanceof Text text ? text.text() : "");
    }

    /** Nobody may keep it: it is for this administrator. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        fields.forEach(response::setHeader);
        if (!request.getMethod().equals("HEAD")) {
            body.writeTo(response.getOutputStream());
        }
    }

    private record Text(String text) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
