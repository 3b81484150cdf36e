package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomValuesTest {

    private final RandomValues random = new RandomValues(new SecureRandom());

    @Test
    void identifiers_of_many_threads_are_all_different() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> seen.add(random.identifier()));
        assertThat(seen).hasSize(20_000).allMatch(identifier -> identifier.matches("[A-Za-z0-9_-]{22}"));
    }

    /** More than are drawn ahead, so that the next portion is drawn in between. */
    @Test
    void the_random_part_of_an_identifier_is_used_once() {
        List<String> identifiers =
                IntStream.range(0, 1_000).mapToObj(i -> random.identifier()).toList();
        assertThat(new HashSet<>(
                        identifiers.stream().map(text -> text.substring(8)).toList()))
                .hasSize(1_000);
    }

    @Test
    void a_secret_is_not_taken_from_what_was_drawn_ahead_for_identifiers() {
        int[] asked = new int[1];
        RandomValues counted = new RandomValues(new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                asked[0]++;
                super.nextBytes(bytes);
            }
        });
        counted.identifier();
        counted.identifier();
        assertThat(asked[0]).isEqualTo(1);
        assertThat(counted.secret()).hasSize(43);
        assertThat(asked[0]).isEqualTo(2);
    }
}
