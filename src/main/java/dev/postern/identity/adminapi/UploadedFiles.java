package dev.postern.identity.adminapi;

import dev.postern.platform.Service;
import dev.postern.platform.request.BodyLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Files that administrators send: kept on the disk while they are read, for this server's eyes only, as secrets stand in them. */
@Service
class UploadedFiles {

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_AT_ONCE = 2;

    private final BodyLimits limits = new BodyLimits(MOST_BYTES, Duration.ofMinutes(5), new Semaphore(MOST_AT_ONCE));

    /** @throws AdminBody.Unreadable if there is no file in the request */
    <T> T with(HttpServletRequest request, Function<Path, T> work) {
        limits.setOn(request);
        try {
            // Readable by its owner alone: that is what temporary files are made as.
            Path kept = Files.createTempFile("postern-configuration", ".upload");
            try {
                try (InputStream body = request.getInputStream()) {
                    Files.copy(body, kept, StandardCopyOption.REPLACE_EXISTING);
                }
                if (Files.size(kept) == 0) {
                    throw new AdminBody.Unreadable(400, "The body must be the file.");
                }
                return work.apply(kept);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
