package dev.postern.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The WAR as a folder, which the server would make of it anyway. Libraries that declare nothing are marked: Payara does not read each of their classes
 * then, which would be a fifth of the processor time of a start (docs/adr/0133).
 */
final class Exploded {

    private static final String LIBRARY = ".jar";

    /** With one of these a library is more to the server than classes. */
    private static final List<String> DECLARATIONS = List.of(
            "META-INF/beans.xml", "META-INF/faces-config.xml", "META-INF/persistence.xml", "META-INF/web-fragment.xml");

    private Exploded() {}

    /**
     * @param folder is filled; nothing is in it yet
     * @return the folder
     */
    static Path of(InputStream war, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipInputStream content = new ZipInputStream(war)) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                lay(entry, content, folder);
            }
        }
        return folder;
    }

    private static void lay(ZipEntry entry, InputStream content, Path folder) throws IOException {
        String name = entry.getName();
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(name + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        Files.copy(content, file);
        if (name.endsWith(LIBRARY) && declaresNothing(file)) {
            Files.createDirectory(folder.resolve(markerOf(name)));
        }
    }

    private static boolean declaresNothing(Path library) throws IOException {
        try (ZipFile content = new ZipFile(library.toFile())) {
            return DECLARATIONS.stream().allMatch(name -> content.getEntry(name) == null);
        }
    }

    /** Where Payara would find the exploded library. */
    private static String markerOf(String library) {
        return library.replaceAll("[/ ]", "__").replace(LIBRARY, "_jar");
    }
}
