package dev.postern.identity.console.frame;

import dev.postern.protocol.UrlEncoded;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that somebody sent and that nothing was done with yet, since they had to sign in again first: nobody shall have to type it twice.
 *
 * @param subject whose it is
 * @param to where it was sent
 * @param fields of its body, in their wire form, but for the session's token
 */
record HeldForm(String subject, String to, String fields) {

    /** More than our longest form with the longest key set; what is larger is typed again. */
    static final int MOST_CHARACTERS = 200_000;

    private static final int MOST_FIELDS = 150;

    /** The form of a request that the guard has let in: its token was this session's. Empty for any other request. */
    static Optional<HeldForm> of(HttpServletRequest request) {
        Map<String, List<String>> body = body(request);
        return Visit.of(request)
                .filter(visit -> request.getMethod().equals("POST") && body.size() <= MOST_FIELDS)
                .map(visit -> new HeldForm(
                        visit.user().subject(), ReturnPath.addressOf(request).value(), UrlEncoded.encode(body)))
                .filter(form -> form.fields().length() <= MOST_CHARACTERS);
    }

    /** Servlet specification section 3.1: of a parameter's values those of the query come first. */
    private static Map<String, List<String>> body(HttpServletRequest request) {
        Map<String, List<String>> query = UrlEncoded.decode(request.getQueryString());
        Map<String, List<String>> body = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            int inQuery = query.getOrDefault(name, List.of()).size();
            if (!name.equals(Forms.FIELD) && values.length > inQuery) {
                body.put(name, List.of(values).subList(inQuery, values.length));
            }
        });
        return body;
    }

    Map<String, List<String>> byName() {
        return UrlEncoded.decode(fields);
    }

    @Override
    public String toString() {
        return "HeldForm[redacted]";
    }
}
