package dev.postern.identity.http;

import dev.postern.platform.Digests;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public document as ready bytes with its entity tag: RFC 9110 sections 8.8.3 and 13.1.2. */
public final class ReadyDocument {

    private final String mediaType;
    private final byte[] bytes;
    private final String etag;

    public ReadyDocument(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.etag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(bytes)) + "\"";
    }

    /** The document, or 304 if the caller has it already. */
    public Response answer(HttpHeaders request, Duration maxAge) {
        boolean known = knows(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        Response.ResponseBuilder answer =
                known ? Response.notModified() : Response.ok(bytes).type(mediaType);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds())
                .build();
    }

    private boolean knows(@Nullable List<String> ifNoneMatch) {
        return ifNoneMatch != null
                && ifNoneMatch.stream()
                        .flatMap(field -> List.of(field.split(",")).stream())
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
