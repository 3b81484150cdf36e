package dev.postern.identity.adminapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.UrlEncoded;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request for an operation by somebody who may ask for it.
 *
 * @param ids the parameters of the path
 * @param query checked to have no parameter that the operation does not take
 */
record Call(
        Operation operation,
        Administrator by,
        Map<String, String> ids,
        RequestParameters query,
        HttpServletRequest request) {

    private static final int USUAL_LIMIT = 50;
    private static final String ENTITY_TAG = "(W/)?\"([!-~&&[^\"]]{0,100})\"";
    private static final Pattern TAG = Pattern.compile(ENTITY_TAG);

    /** RFC 9110 section 5.6.1.2: empty elements count for nothing. */
    private static final Pattern TAGS =
            Pattern.compile("[ \\t,]*" + ENTITY_TAG + "([ \\t]*,[ \\t,]*" + ENTITY_TAG + ")*[ \\t,]*");

    /** @throws AdministrationRefused if the query has a parameter that the operation does not know */
    static Call of(Operations.Match match, Administrator by, HttpServletRequest request) {
        RequestParameters query = RequestParameters.of(UrlEncoded.decode(request.getQueryString()));
        for (String name : query.asMap().keySet()) {
            if (!match.operation().shape().query().contains(name)) {
                throw AdministrationRefused.invalid("query", Rule.UNKNOWN_PARAMETER);
            }
        }
        return new Call(match.operation(), by, match.parameters(), query, request);
    }

    String id(String parameter) {
        String id = ids.get(parameter);
        if (id == null) {
            throw new IllegalStateException("the path has no parameter " + parameter);
        }
        return id;
    }

    String text(String parameter) {
        return query.get(parameter).orElse("");
    }

    Optional<String> cursor() {
        return query.get("cursor");
    }

    Optional<Boolean> flag(String parameter) {
        return query.get(parameter).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw AdministrationRefused.invalid(parameter, Rule.NOT_ONE_OF, "true, false");
        });
    }

    /** One of some values by its name on the wire. */
    <E> Optional<E> choice(String parameter, Function<E, String> wire, List<E> values) {
        return query.get(parameter)
                .map(text -> values.stream()
                        .filter(value -> wire.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> AdministrationRefused.invalid(
                                parameter,
                                Rule.NOT_ONE_OF,
                                values.stream().map(wire).collect(Collectors.joining(", ")))));
    }

    /** RFC 3339. */
    Optional<Instant> time(String parameter) {
        try {
            return query.get(parameter).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw AdministrationRefused.invalid(parameter, Rule.NOT_A_TIME);
        }
    }

    int limit() {
        String text = query.get("limit").orElse(Integer.toString(USUAL_LIMIT));
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Slice.MOST) {
            throw AdministrationRefused.invalid("limit", Rule.NOT_A_LIMIT, Slice.MOST);
        }
        return limit;
    }

    /** RFC 9110 section 13.1.1. @throws ConditionMissing if the request does not say which state it wants to change */
    Expected expected() {
        String header = String.join(",", Collections.list(request.getHeaders("If-Match")));
        if (header.isBlank()) {
            throw new ConditionMissing();
        }
        return header.strip().equals("*") ? Expected.ANYTHING : Expected.oneOf(strong(header));
    }

    /** The strong ones of a list of entity tags, as a weak one never matches; none of what is no such list. */
    private static Set<String> strong(String header) {
        return TAGS.matcher(header).matches()
                ? TAG.matcher(header)
                        .results()
                        .filter(tag -> tag.group(1) == null)
                        .map(tag -> tag.group(2))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    ObjectNode body() {
        return AdminBody.read(request);
    }

    /** A body of few fields. @throws AdministrationRefused if it has others, or values of a wrong type */
    static <T> T fields(ObjectNode body, Set<String> known, Function<StrictFields, T> reader) {
        List<Problem> problems = new ArrayList<>();
        StrictFields fields = new StrictFields(body, "", problems);
        fields.onlyHas(known);
        T read = reader.apply(fields);
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
        return read;
    }

    /** A write without the header If-Match: RFC 6585 section 3. */
    static final class ConditionMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConditionMissing() {
            super("If-Match is missing", null, false, false);
        }
    }
}
