package dev.postern.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** postern.jar as its next release would be: the same, with one migration more. */
final class NextRelease {

    /** What the release before can live with: something new beside what there is. */
    private static final String EXPAND = """
            alter table oauth_grant add column next_release_note varchar(64);
            create table next_release (id varchar(64) not null primary key);
            """;

    private static final String MIGRATION = "WEB-INF/classes/db/migration/V9000__next_release.sql";

    private NextRelease() {}

    static Path of(Path program, Path target) throws IOException {
        try (InputStream from = Files.newInputStream(program);
                OutputStream to = Files.newOutputStream(target)) {
            copy(from, to);
        }
        return target;
    }

    /** Archives in the archive are rewritten too; the one that holds migrations gets one more. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        ZipInputStream in = new ZipInputStream(from);
        ZipOutputStream out = new ZipOutputStream(to);
        out.setLevel(1);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            if (entry.getName().endsWith(".war")) {
                copy(in, out);
            } else {
                in.transferTo(out);
            }
            out.closeEntry();
            if (entry.getName().equals("WEB-INF/web.xml")) {
                out.putNextEntry(new ZipEntry(MIGRATION));
                out.write(EXPAND.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        out.finish();
    }
}
