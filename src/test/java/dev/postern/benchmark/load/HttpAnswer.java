package dev.postern.benchmark.load;

import java.util.List;

/**
 * What came back, as far as a load generator looks at it.
 *
 * @param location empty where the answer has none
 * @param body its bytes, one char each
 */
public record HttpAnswer(int status, String location, List<String> setCookies, String body) {

    /** The text member of a JSON object, found by its name; empty if there is none. Good for members without escapes, such as tokens. */
    public String text(String member) {
        String start = "\"" + member + "\":\"";
        int from = body.indexOf(start);
        if (from < 0) {
            return "";
        }
        int to = body.indexOf('"', from + start.length());
        return to < 0 ? "" : body.substring(from + start.length(), to);
    }

    /** @throws Refused if the server has no room @throws WrongAnswer if the status is another */
    public HttpAnswer expect(int expected) {
        if (status == expected) {
            return this;
        }
        String message = "status " + status + " instead of " + expected + ": " + beginning();
        boolean noRoom = status == 503 || status == 429;
        throw noRoom ? new Refused(message, body.startsWith("{")) : new WrongAnswer(message);
    }

    /** The beginning of the body, for messages. */
    public String beginning() {
        return body.substring(0, Math.min(200, body.length())).replaceAll("\\s+", " ");
    }
}
