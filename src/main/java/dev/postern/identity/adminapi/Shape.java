package dev.postern.identity.adminapi;

import dev.postern.identity.administration.rights.Access;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.administration.rights.Right;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an operation looks from outside: what the endpoint dispatches by and the OpenAPI document says.
 *
 * @param path below {@code /admin/api/v1}; a segment in braces is a parameter
 * @param says in one sentence what it does
 * @param query names of the query parameters that it takes; any other is refused
 * @param body name of the schema of its JSON body, empty if it takes none
 * @param status of success
 * @param answer name of the schema of its answer, empty if that has no body
 * @param conditional whether it needs {@code If-Match}
 * @param once whether {@code Idempotency-Key} makes it happen once
 * @param fresh whether a person must have signed in lately
 */
record Shape(
        String method,
        String path,
        Right right,
        String says,
        List<String> query,
        String body,
        int status,
        String answer,
        boolean conditional,
        boolean once,
        boolean fresh) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static Shape get(String path, Area area, String answer, String says) {
        return new Shape(
                "GET", path, new Right(area, Access.READ), says, List.of(), "", 200, answer, false, false, false);
    }

    /** Of an operation that looks, by another method than GET: what it asks with does not belong into a URL. */
    static Shape look(String method, String path, Area area, String answer, String says) {
        return new Shape(
                method, path, new Right(area, Access.READ), says, List.of(), "", 200, answer, false, false, false);
    }

    /** Of an operation that changes something. */
    static Shape change(String method, String path, Area area, int status, String says) {
        return new Shape(
                method, path, new Right(area, Access.WRITE), says, List.of(), "", status, "", false, false, false);
    }

    Shape query(String... names) {
        return new Shape(method, path, right, says, List.of(names), body, status, answer, conditional, once, fresh);
    }

    Shape takes(String schema) {
        return new Shape(method, path, right, says, query, schema, status, answer, conditional, once, fresh);
    }

    Shape answers(String schema) {
        return new Shape(method, path, right, says, query, body, status, schema, conditional, once, fresh);
    }

    Shape needsIfMatch() {
        return new Shape(method, path, right, says, query, body, status, answer, true, once, fresh);
    }

    Shape happensOnce() {
        return new Shape(method, path, right, says, query, body, status, answer, conditional, true, fresh);
    }

    Shape needsFreshSignIn() {
        return new Shape(method, path, right, says, query, body, status, answer, conditional, once, true);
    }

    /** The parameters of the path, in their order. */
    List<String> parameters() {
        Matcher parameters = PARAMETER.matcher(path);
        return parameters.results().map(match -> match.group(1)).toList();
    }
}
