package dev.postern.identity.console.frame;

import dev.postern.identity.administration.download.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A list as a file that the browser saves: RFC 6266. */
public final class Attachment {

    private Attachment() {}

    public static void send(Download<?> download, HttpServletResponse response) throws IOException {
        response.setContentType(download.format().mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        download.writeTo(response.getOutputStream());
    }
}
