package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplodedTest {

    private static final byte[] PAGE = "<html/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private Path folder() {
        return directory.resolve("application");
    }

    @Test
    void has_every_file_and_folder() throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("WEB-INF/", new byte[0]);
        content.put("WEB-INF/web.xml", PAGE);
        content.put("assets/pictures/deep.svg", PAGE);
        content.put("empty/", new byte[0]);

        assertThat(Exploded.of(archive(content), folder())).isEqualTo(folder());

        assertThat(folder().resolve("WEB-INF/web.xml")).hasBinaryContent(PAGE);
        assertThat(folder().resolve("assets/pictures/deep.svg")).hasBinaryContent(PAGE);
        assertThat(folder().resolve("empty")).isEmptyDirectory();
        assertThat(top()).containsExactlyInAnyOrder("WEB-INF", "assets", "empty");
    }

    @Test
    void marks_libraries_as_the_server_would_name_them_exploded() throws IOException {
        byte[] library = bytes(Map.of("a/B.class", PAGE, "META-INF/MANIFEST.MF", PAGE));

        Exploded.of(archive(Map.of("WEB-INF/lib/plain-1.2.jar", library)), folder());

        assertThat(folder().resolve("WEB-INF/lib/plain-1.2.jar")).hasBinaryContent(library);
        assertThat(top()).containsExactlyInAnyOrder("WEB-INF", "WEB-INF__lib__plain-1.2_jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/beans.xml",
                "META-INF/faces-config.xml",
                "META-INF/persistence.xml",
                "META-INF/web-fragment.xml"
            })
    void leaves_a_library_that_declares_something_to_the_server(String declaration) throws IOException {
        byte[] library = bytes(Map.of("a/B.class", PAGE, declaration, PAGE));

        Exploded.of(archive(Map.of("WEB-INF/lib/pages.jar", library)), folder());

        assertThat(top()).containsExactly("WEB-INF");
    }

    @Test
    void writes_nothing_outside() {
        InputStream evil = archive(Map.of("../beside.txt", PAGE));

        assertThatThrownBy(() -> Exploded.of(evil, folder())).isInstanceOf(IOException.class);
        assertThat(directory.resolve("beside.txt")).doesNotExist();
    }

    private List<String> top() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static InputStream archive(Map<String, byte[]> content) {
        return new ByteArrayInputStream(bytes(content));
    }

    private static byte[] bytes(Map<String, byte[]> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
