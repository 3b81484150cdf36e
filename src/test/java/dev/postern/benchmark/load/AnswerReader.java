package dev.postern.benchmark.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads HTTP/1.1 answers (RFC 9112) into one buffer that is used again: status line, the few header fields that matter, the body. */
final class AnswerReader {

    private byte[] bytes = new byte[32_768];
    private int filled;
    private int position;
    private boolean closes;

    private String location = "";
    private List<String> setCookies = List.of();
    private int contentLength;
    private boolean chunked;

    /** Waits for the first bytes. @return false if the other side ended instead */
    boolean begin(InputStream in) throws IOException {
        filled = 0;
        position = 0;
        closes = false;
        location = "";
        setCookies = List.of();
        contentLength = -1;
        chunked = false;
        return fill(in);
    }

    /** Whether bytes of the present answer have come. */
    boolean hasBegun() {
        return filled > 0;
    }

    /** Whether the connection ends with this answer. */
    boolean closes() {
        return closes;
    }

    HttpAnswer read(InputStream in) throws IOException {
        String statusLine = line(in);
        if (!statusLine.startsWith("HTTP/1.1 ") || statusLine.length() < 12) {
            throw new WrongAnswer("not an HTTP/1.1 answer: " + statusLine);
        }
        int status = Integer.parseInt(statusLine, 9, 12, 10);
        while (field(in)) {
            // Each call takes one line.
        }
        return new HttpAnswer(status, location, setCookies, body(in, status));
    }

    /** Takes one header field. @return false at the empty line */
    private boolean field(InputStream in) throws IOException {
        int end = endOfLine(in);
        int start = position;
        position = end + 2;
        if (end == start) {
            return false;
        }
        switch (bytes[start] | 0x20) {
            case 'c' -> {
                if (isField(start, end, "content-length:")) {
                    contentLength = Integer.parseInt(value(start, end, 15));
                } else if (isField(start, end, "connection:")) {
                    closes = value(start, end, 11).equalsIgnoreCase("close");
                }
            }
            case 't' -> chunked |= isField(start, end, "transfer-encoding:");
            case 'l' -> location = isField(start, end, "location:") ? value(start, end, 9) : location;
            case 's' -> cookie(start, end);
            default -> {}
        }
        return true;
    }

    private void cookie(int start, int end) {
        if (isField(start, end, "set-cookie:")) {
            if (setCookies.isEmpty()) {
                setCookies = new ArrayList<>();
            }
            setCookies.add(value(start, end, 11));
        }
    }

    private String body(InputStream in, int status) throws IOException {
        if (status == 204 || status == 304) {
            return "";
        }
        if (chunked) {
            return chunks(in);
        }
        if (contentLength < 0) {
            throw new WrongAnswer("an answer of unknown length");
        }
        return take(in, contentLength);
    }

    private String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            String size = line(in);
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt(semicolon < 0 ? size : size.substring(0, semicolon), 16);
            body.append(take(in, length));
            if (!line(in).isEmpty()) {
                throw new WrongAnswer("a chunk without its end, or trailers");
            }
            if (length == 0) {
                return body.toString();
            }
        }
    }

    private String take(InputStream in, int length) throws IOException {
        while (filled - position < length) {
            more(in);
        }
        String text = new String(bytes, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    private String line(InputStream in) throws IOException {
        int end = endOfLine(in);
        String text = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 2;
        return text;
    }

    /** The index of the next CRLF. */
    private int endOfLine(InputStream in) throws IOException {
        int at = position;
        while (true) {
            while (at + 1 < filled) {
                if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                    return at;
                }
                at++;
            }
            more(in);
        }
    }

    private boolean isField(int start, int end, String name) {
        if (end - start < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int letter = bytes[start + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String value(int start, int end, int nameLength) {
        return new String(bytes, start + nameLength, end - start - nameLength, StandardCharsets.ISO_8859_1).strip();
    }

    private void more(InputStream in) throws IOException {
        if (!fill(in)) {
            throw new WrongAnswer("the connection ended inside an answer");
        }
    }

    private boolean fill(InputStream in) throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int count = in.read(bytes, filled, bytes.length - filled);
        if (count <= 0) {
            return false;
        }
        filled += count;
        return true;
    }
}
