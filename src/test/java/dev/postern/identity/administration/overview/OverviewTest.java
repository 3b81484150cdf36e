package dev.postern.identity.administration.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.picture.Box;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs attention, and what of it first. */
class OverviewTest {

    private static final Figure SPILL = new Figure(Measure.QUEUE_SPILL, 3, Condition.WATCH);
    private static final Figure TOKENS = new Figure(Measure.TOKENS_PER_MINUTE, 3, Condition.GOOD);

    private static Overview of(List<BoxHealth> boxes, List<Figure> figures) {
        return new Overview(Instant.EPOCH, "JDK", boxes, figures);
    }

    private static BoxHealth box(Box box, Condition condition) {
        return new BoxHealth(box, condition);
    }

    @Test
    void where_all_is_well_or_not_ours_nothing_needs_attention() {
        Overview overview = of(
                List.of(box(Box.B1, Condition.UNKNOWN), box(Box.B2, Condition.OFF), box(Box.B7, Condition.GOOD)),
                List.of(TOKENS));

        assertThat(overview.attention()).isEmpty();
        assertThat(overview.boxesInNeed()).isEmpty();
    }

    @Test
    void a_box_that_is_down_needs_it_although_all_figures_are_good() {
        Overview overview = of(
                List.of(box(Box.B9, Condition.WATCH), box(Box.B10, Condition.BAD), box(Box.B12, Condition.GOOD)),
                List.of(TOKENS));

        assertThat(overview.boxesInNeed()).containsExactly(box(Box.B10, Condition.BAD), box(Box.B9, Condition.WATCH));
    }

    @Test
    void what_a_figure_says_of_a_box_is_not_said_twice_unless_it_is_down() {
        assertThat(of(List.of(box(Box.B11, Condition.WATCH)), List.of(SPILL)).boxesInNeed())
                .isEmpty();
        assertThat(of(List.of(box(Box.B11, Condition.BAD)), List.of(SPILL)).boxesInNeed())
                .hasSize(1);
    }

    @Test
    void boxes_come_before_figures() {
        Overview overview = of(List.of(box(Box.B10, Condition.BAD)), List.of(TOKENS, SPILL));

        assertThat(overview.members().get("attention"))
                .isEqualTo(List.of(
                        Map.of("box", "B10", "title", "Session Cache", "condition", "bad"),
                        Map.of(
                                "name",
                                "queue_spill",
                                "box",
                                "B11",
                                "value",
                                3L,
                                "unit",
                                "batches",
                                "condition",
                                "watch")));
    }
}
