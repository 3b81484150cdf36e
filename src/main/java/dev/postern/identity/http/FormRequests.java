package dev.postern.identity.http;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * Reads the parameters of a POST from its body: RFC 6749 section 3.2 and appendix B.
 *
 * <p>Never from the query, where secrets would end up in logs; repeated, malformed and oversize input is invalid_request.
 */
@Service
public class FormRequests {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final int maxBytes;

    @Inject
    public FormRequests(Settings settings) {
        this.maxBytes = settings.get(HttpSettings.MAX_FORM_BYTES);
    }

    /** @throws OAuthRefused invalid_request */
    public RequestParameters read(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw invalid("parameters belong in the body, not in the query");
        }
        if (!isForm(request)) {
            throw invalid("the body must be application/x-www-form-urlencoded");
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw invalid("the body is too large");
        }
        return parse(bytes(request, request.getContentLength()));
    }

    /** Whether the body says that it is a form, with whatever parameters of the media type. */
    public static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(true, 0, FORM, 0, FORM.length())
                && (type.length() == FORM.length() || " \t;".indexOf(type.charAt(FORM.length())) >= 0);
    }

    /** @param announced Content-Length; -1 where the body is chunked */
    private byte[] bytes(HttpServletRequest request, int announced) {
        try {
            byte[] read = request.getInputStream().readNBytes(announced < 0 ? maxBytes + 1 : announced);
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
            if (holdsNull(parameters)) {
                throw invalid("a parameter holds a null character");
            }
            return parameters;
        } catch (RequestParameters.RepeatedParameter e) {
            throw invalid("a parameter is repeated");
        } catch (UrlEncoded.Malformed e) {
            throw invalid("the body is not well-formed");
        }
    }

    private static boolean holdsNull(RequestParameters parameters) {
        for (List<String> values : parameters.asMap().values()) {
            for (String value : values) {
                if (value.indexOf('\0') >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static OAuthRefused invalid(String description) {
        return new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
