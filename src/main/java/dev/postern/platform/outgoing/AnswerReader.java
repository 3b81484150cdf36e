package dev.postern.platform.outgoing;

import dev.postern.platform.outgoing.FetchFailed.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 answer from a connection that ends with it: RFC 9112 sections 4 to 7, with limits on everything. */
final class AnswerReader {

    private static final int MOST_HEADER_BYTES = 16_384;

    private final InputStream in;
    private final int mostBytes;
    private int headerBytes;

    /** @param mostBytes that the body may have */
    AnswerReader(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    Fetched read() throws IOException {
        int status = status(line());
        while (status >= 100 && status < 200) { // RFC 9110 section 15.2: interim answers come before the final one
            headers();
            status = status(line());
        }
        Map<String, String> headers = headers();
        return new Fetched(status, headers, hasBody(status) ? body(headers) : new byte[0]);
    }

    private static int status(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
            throw new FetchFailed(Reason.NOT_HTTP, "the answer is not HTTP/1.1");
        }
        return Integer.parseInt(parts[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new FetchFailed(Reason.NOT_HTTP, "a header has no name");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static boolean hasBody(int status) {
        return status != 204 && status != 304;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.getOrDefault("content-length", "");
        if (length.isEmpty()) {
            return upTo(in.readNBytes(mostBytes + 1));
        }
        return exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int size = number(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            if (size > mostBytes - whole.size()) {
                throw tooLarge();
            }
            whole.write(exactly(size));
            if (!line().isEmpty()) {
                throw new FetchFailed(Reason.NOT_HTTP, "a chunk is longer than it says");
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        if (length > mostBytes) {
            throw tooLarge();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new FetchFailed(Reason.NOT_HTTP, "the answer ended too early");
        }
        return bytes;
    }

    private byte[] upTo(byte[] bytes) {
        if (bytes.length > mostBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    private static int number(String text, int radix) {
        try {
            int number = Integer.parseInt(text, radix);
            if (number >= 0 && Character.digit(text.charAt(0), radix) >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new FetchFailed(Reason.TOO_LARGE, "a length is not a number of our size");
        }
        throw new FetchFailed(Reason.NOT_HTTP, "a length is not a number");
    }

    private static FetchFailed tooLarge() {
        return new FetchFailed(Reason.TOO_LARGE, "the answer is too large");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new FetchFailed(Reason.NOT_HTTP, "the answer ended too early");
            }
            if (++headerBytes > MOST_HEADER_BYTES) {
                throw new FetchFailed(Reason.TOO_LARGE, "the headers are too large");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
