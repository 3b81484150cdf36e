package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WayTest {

    private final PictureWords english = PictureWords.in(Locale.ENGLISH);
    private final PictureWords spanish = PictureWords.in(Locale.forLanguageTag("es"));

    @Test
    void legs_that_follow_each_other_are_one_way() {
        assertThat(english.way(record(Hop.H23, Box.B11, Remark.AS_IS)))
                .isEqualTo("Message Queue → Audit Log Worker → Relational Database");
    }

    @Test
    void a_hop_to_several_boxes_names_them_all() {
        assertThat(english.way(record(Hop.H18, Box.B4, Remark.FORWARDED)))
                .isEqualTo("API Gateway → Session Cache, Resource Server API");
    }

    @Test
    void a_hop_from_several_boxes_names_the_one_where_it_began() {
        assertThat(english.way(record(Hop.H22, Box.B7, Remark.AS_IS))).isEqualTo("Token Service → Message Queue");
        assertThat(spanish.way(record(Hop.H22, Box.B7, Remark.AS_IS)))
                .isEqualTo("Servicio de tokens → Cola de mensajes");
    }

    @Test
    void a_remark_is_told_in_the_language_of_the_page_with_its_values() {
        HopRecord record = record(Hop.H4, Box.B5, Remark.CLIENT_KNOWN, "notes");
        assertThat(english.remark(record)).isEqualTo("client notes and its redirect URI are registered");
        assertThat(spanish.remark(record)).isEqualTo("el cliente notes y su redirect URI están registrados");
    }

    private static HopRecord record(Hop hop, Box from, Remark remark, String... values) {
        return new HopRecord(hop, Clock.systemUTC().instant(), from, remark, List.of(values));
    }
}
