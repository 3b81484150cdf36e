package dev.postern.identity.http;

import dev.postern.platform.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;

/** A public document as ready answers with its entity tag: RFC 9110 sections 8.8.3 and 13.1.2. */
public final class ReadyDocument {

    private final String etag;
    private final Reply whole;
    private final Reply notModified;

    /** @param maxAge how long others may keep it */
    public ReadyDocument(String mediaType, byte[] bytes, Duration maxAge) {
        this.etag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(bytes)) + "\"";
        String caching = "public, max-age=" + maxAge.toSeconds();
        this.whole = Reply.of(200, mediaType, bytes.clone()).with("ETag", etag).with("Cache-Control", caching);
        this.notModified = Reply.of(304).with("ETag", etag).with("Cache-Control", caching);
    }

    /** The document, or 304 if the caller has it already. */
    public Reply answer(HttpServletRequest request) {
        return knows(request.getHeaders("If-None-Match")) ? notModified : whole;
    }

    private boolean knows(Enumeration<String> ifNoneMatch) {
        return ifNoneMatch.hasMoreElements()
                && Collections.list(ifNoneMatch).stream()
                        .flatMap(field -> Arrays.stream(field.split(",")))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
