package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WayTest {

    private final PictureWords words = PictureWords.in(Locale.ENGLISH);

    @Test
    void legs_that_follow_each_other_are_one_way() {
        assertThat(words.way(Hop.H23)).isEqualTo("Message Queue → Audit Log Worker → Relational Database");
    }

    @Test
    void a_hop_to_several_boxes_names_them_all() {
        assertThat(words.way(Hop.H18)).isEqualTo("API Gateway → Session Cache, Resource Server API");
    }

    @Test
    void a_hop_from_several_boxes_names_where_it_ends() {
        assertThat(words.way(Hop.H22)).isEqualTo("… → Message Queue");
    }
}
