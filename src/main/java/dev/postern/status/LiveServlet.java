package dev.postern.status;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /status/live}: 200 as long as the process answers. Whoever restarts processes asks this, often and under any load. */
@WebServlet({"/status/live", "/status/live/"})
public class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] LIVE = "{\"status\":\"live\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(response, !request.getMethod().equals("HEAD"));
            case "OPTIONS" -> allow(response);
            default -> {
                allow(response);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private static void answer(HttpServletResponse response, boolean withBody) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(LIVE.length);
        if (withBody) {
            response.getOutputStream().write(LIVE);
        }
    }

    private static void allow(HttpServletResponse response) {
        response.setHeader("Allow", "GET,HEAD,OPTIONS");
    }
}
