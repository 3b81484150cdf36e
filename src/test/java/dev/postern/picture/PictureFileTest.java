package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The picture in the documents is the picture of the product. */
class PictureFileTest {
    private static final Path FILE = Path.of("docs/picture.svg");

    @Test
    void the_file_in_the_documents_is_drawn_from_the_table() throws IOException {
        String css = Files.readString(Path.of("src/main/webapp/assets/picture.css"));
        String drawn = new Poster(PictureWords.in(Locale.ENGLISH)).standalone(css);
        if (Boolean.getBoolean("postern.picture.write")) Files.writeString(FILE, drawn);

        assertThat(Files.readString(FILE).equals(drawn))
                .as("docs/picture.svg is the picture of today; if the table has changed on purpose, write it anew with"
                        + " mvn test -Dtest=PictureFileTest -DargLine=-Dpostern.picture.write=true")
                .isTrue();
    }
}
