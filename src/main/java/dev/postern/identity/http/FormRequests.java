package dev.postern.identity.http;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads the parameters of a POST from its body: RFC 6749 section 3.2 and appendix B.
 *
 * <p>Never from the query, where secrets would end up in logs; repeated, malformed and oversize input is invalid_request.
 */
@Service
public class FormRequests {

    private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED_TYPE;

    private final int maxBytes;

    @Inject
    public FormRequests(Settings settings) {
        this.maxBytes = settings.get(HttpSettings.MAX_FORM_BYTES);
    }

    /** @throws OAuthRefused invalid_request */
    public RequestParameters read(HttpHeaders headers, UriInfo uri, InputStream body) {
        if (uri.getRequestUri().getRawQuery() != null) {
            throw invalid("parameters belong in the body, not in the query");
        }
        if (!isForm(headers.getMediaType())) {
            throw invalid("the body must be application/x-www-form-urlencoded");
        }
        if (headers.getLength() > maxBytes) {
            throw invalid("the body is too large");
        }
        return parse(bytes(body, headers.getLength()));
    }

    private static boolean isForm(@org.jspecify.annotations.Nullable MediaType type) {
        return type != null
                && type.getType().equalsIgnoreCase(FORM.getType())
                && type.getSubtype().equalsIgnoreCase(FORM.getSubtype());
    }

    /** @param announced Content-Length; -1 where the body is chunked */
    private byte[] bytes(InputStream body, int announced) {
        try {
            byte[] read = body.readNBytes(announced < 0 ? maxBytes + 1 : announced);
            if (read.length > maxBytes) {
                throw invalid("the body is too large");
            }
            if (read.length < announced) {
                throw invalid("the body ends early");
            }
            return read;
        } catch (IOException e) {
            throw invalid("the body ends early");
        }
    }

    private static RequestParameters parse(byte[] body) {
        try {
            RequestParameters parameters = RequestParameters.of(UrlEncoded.decode(body));
            if (parameters.asMap().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw invalid("a parameter holds a null character");
            }
            return parameters;
        } catch (RequestParameters.RepeatedParameter e) {
            throw invalid("a parameter is repeated");
        } catch (UrlEncoded.Malformed e) {
            throw invalid("the body is not well-formed");
        }
    }

    private static OAuthRefused invalid(String description) {
        return new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
