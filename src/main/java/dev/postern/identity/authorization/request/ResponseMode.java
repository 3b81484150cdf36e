package dev.postern.identity.authorization.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an authorization response travels: OAuth 2.0 Multiple Response Type Encoding Practices section 2.1, OAuth 2.0 Form Post Response Mode. */
public enum ResponseMode {
    QUERY,
    FRAGMENT,
    FORM_POST;

    public static Optional<ResponseMode> named(String wire) {
        return Arrays.stream(values()).filter(mode -> mode.wire().equals(wire)).findFirst();
    }

    /** The way of every answer to this request, refusals included: as it asks, unless that would bring tokens into a query. */
    public static ResponseMode of(AuthorizationRequest request) {
        boolean tokens = ResponseType.isFrontChannel(request.responseType());
        ResponseMode byDefault = tokens ? FRAGMENT : QUERY;
        ResponseMode asked = named(request.responseMode()).orElse(byDefault);
        return tokens && asked == QUERY ? FRAGMENT : asked;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(ResponseMode::wire).toList();
    }
}
