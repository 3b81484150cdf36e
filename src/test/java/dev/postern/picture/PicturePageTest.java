package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Html;
import dev.postern.page.Languages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class PicturePageTest {

    static List<Locale> languages() {
        return Languages.WRITTEN;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_drawing_is_sound_xml_with_every_box_and_every_arrow(Locale language) throws Exception {
        String svg = new Poster(PictureWords.in(language)).inline();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isNotBlank();
        assertThat(svg.split("class=\"box\"", -1)).hasSize(Box.values().length + 1);
        assertThat(svg.split("class=\"zone\"", -1)).hasSize(Zone.values().length + 1);
        assertThat(svg.split("class=\"callout\"", -1)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everything_on_the_drawing_is_also_there_as_text(Locale language) {
        PictureWords words = PictureWords.in(language);
        String html = new PicturePage(words, "").html();

        for (Hop hop : Hop.values()) {
            assertThat(html).contains("id=\"" + hop + "\"");
            assertThat(words.labels(hop))
                    .allSatisfy(label -> assertThat(html).contains("<code>" + Html.escape(label) + "</code>"));
        }
        assertThat(Legend.values())
                .allSatisfy(line -> assertThat(html).contains("<li>" + Html.escape(words.text(line)) + "</li>"));
        assertThat(html).contains(Html.escape(words.caption()));
    }

    @Test
    void the_page_needs_no_script_and_no_style_attribute() {
        assertThat(new PicturePage(PictureWords.in(Locale.ENGLISH), "").html())
                .doesNotContain("<script", " style=\"", "<style", "onclick");
    }

    @Test
    void parameter_names_are_the_same_in_every_language() {
        assertThat(new PicturePage(PictureWords.in(Locale.forLanguageTag("es")), "").html())
                .contains("client_id + redirect_uri + scope + state + code_challenge", "PKCE code_verifier");
    }
}
