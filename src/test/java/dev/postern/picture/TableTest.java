package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void the_picture_has_fifteen_boxes_and_twenty_six_hops() {
        assertThat(Box.values()).hasSize(15);
        assertThat(Hop.values()).hasSize(26);
    }

    @Test
    void every_zone_and_every_box_is_in_use() {
        assertThat(Arrays.stream(Box.values()).map(Box::zone)).containsOnly(Zone.values());
        assertThat(Arrays.stream(Hop.values()).flatMap(hop -> hop.boxes().stream()))
                .containsOnly(Box.values());
    }

    @Test
    void the_legs_of_a_hop_follow_from_box_to_box_unless_it_fans_out() {
        for (Hop hop : EnumSet.of(Hop.H3, Hop.H7, Hop.H8, Hop.H17, Hop.H21, Hop.H23, Hop.H24, Hop.H25)) {
            for (int i = 1; i < hop.legs().size(); i++) {
                assertThat(hop.legs().get(i).from())
                        .as(hop.name())
                        .isEqualTo(hop.legs().get(i - 1).to());
            }
        }
    }

    @Test
    void the_legend_tells_every_hop_once() {
        assertThat(Arrays.stream(Legend.values()).flatMap(line -> line.hops().stream()))
                .containsExactly(Hop.values());
    }

    @Test
    void pkce_is_called_out_where_the_challenge_and_the_verifier_travel() {
        assertThat(Hop.H3.pkce()).contains("code_challenge");
        assertThat(Hop.H9.pkce()).contains("code_verifier");
        assertThat(Arrays.stream(Hop.values()).filter(hop -> hop.pkce().isPresent()))
                .hasSize(2);
    }

    @Test
    void a_hop_is_found_by_its_name() {
        assertThat(Hop.named("H26")).contains(Hop.H26);
        assertThat(Hop.named("H27")).isEmpty();
    }

    @Test
    void every_word_of_the_table_has_a_translation_and_no_translation_is_left_over() throws IOException {
        Set<String> keys = new TreeSet<>(Set.of("caption"));
        for (Zone zone : Zone.values()) keys.add("zone." + zone);
        for (Box box : Box.values()) keys.addAll(Set.of("box." + box + ".title", "box." + box + ".role"));
        for (Legend line : Legend.values()) keys.add("legend." + line.number());
        for (Remark remark : Remark.values()) keys.add("remark." + remark);
        for (Hop hop : Hop.values()) {
            keys.add("hop." + hop + ".description");
            for (int i = 1; i <= hop.labels().size(); i++) keys.add("hop." + hop + ".label." + i);
        }
        Properties spanish = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/dev/postern/messages/labels_es.properties"))) {
            spanish.load(reader);
        }

        assertThat(new TreeSet<>(spanish.stringPropertyNames())).isEqualTo(keys);
    }
}
