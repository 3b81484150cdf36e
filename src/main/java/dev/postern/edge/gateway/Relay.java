package dev.postern.edge.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** An upstream's answer on its way to the client: RFC 9110 section 7.6. */
final class Relay {

    private static final int PIECE = 16_384;

    private Relay() {}

    /**
     * Passes on what has come without waiting for what has not.
     *
     * @param deadline of {@link System#nanoTime}
     * @throws IOException with nothing written to the client, or with its answer begun ({@link HttpServletResponse#isCommitted})
     */
    static void relay(ClassicHttpResponse from, HttpServletResponse to, long deadline) throws IOException {
        HttpEntity entity = from.getEntity();
        try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            byte[] piece = new byte[pieceOf(entity)];
            int read = body.available() > 0 ? body.read(piece) : 0;
            to.setStatus(from.getCode());
            copyHeaders(from, to);
            OutputStream out = entity == null ? OutputStream.nullOutputStream() : to.getOutputStream();
            while (read >= 0) {
                out.write(piece, 0, read);
                if (body.available() == 0) {
                    out.flush();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new InterruptedIOException("an exchange took too long");
                }
                read = body.read(piece);
            }
        }
    }

    private static int pieceOf(@Nullable HttpEntity entity) {
        long length = entity == null ? 1 : entity.getContentLength();
        return length > 0 ? (int) Math.min(length, PIECE) : PIECE;
    }

    private static void copyHeaders(ClassicHttpResponse from, HttpServletResponse to) {
        Set<String> named = HeaderRules.named(values(from, "connection"));
        Set<String> seen = new HashSet<>();
        for (Header header : from.getHeaders()) {
            String name = header.getName();
            if (name.equalsIgnoreCase("Content-Length")) {
                to.setContentLengthLong(Long.parseLong(header.getValue()));
            } else if (HeaderRules.toClient(name, named)) {
                if (seen.add(name.toLowerCase(Locale.ROOT))) {
                    to.setHeader(name, header.getValue());
                } else {
                    to.addHeader(name, header.getValue());
                }
            }
        }
    }

    private static Collection<String> values(ClassicHttpResponse from, String name) {
        List<String> values = new ArrayList<>();
        for (Header header : from.getHeaders(name)) {
            values.add(header.getValue());
        }
        return values;
    }
}
