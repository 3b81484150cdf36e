package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeometryTest {
    private static final Rect PAPER = new Rect(0, 0, Layout.WIDTH, Layout.HEIGHT);

    static List<Locale> languages() {
        return Languages.WRITTEN;
    }

    @Test
    void every_box_stands_in_its_zone_and_on_no_other_box() {
        for (Box box : Box.values()) {
            assertThat(Layout.of(box.zone()).contains(Layout.of(box)))
                    .as(box.name())
                    .isTrue();
            for (Box other : Box.values()) {
                if (box != other) {
                    assertThat(Layout.of(box).overlaps(Layout.of(other)))
                            .as(box + " on " + other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void no_zone_lies_on_another_and_all_are_on_the_paper() {
        for (Zone zone : Zone.values()) {
            assertThat(PAPER.contains(Layout.of(zone))).isTrue();
            assertThat(Zone.values())
                    .filteredOn(other -> other != zone)
                    .noneMatch(other -> Layout.of(other).overlaps(Layout.of(zone)));
        }
    }

    @Test
    void every_leg_of_every_hop_is_drawn_once() {
        List<Leg> legs =
                Stream.of(Hop.values()).flatMap(hop -> hop.legs().stream()).toList();

        assertThat(Routes.all()).extracting(Route::leg).containsExactlyInAnyOrderElementsOf(legs);
    }

    @Test
    void every_arrow_begins_and_ends_at_the_edge_of_its_boxes() {
        for (Route route : Routes.all()) {
            List<Point> points = route.points();
            assertThat(onEdge(points.get(0), Layout.of(route.leg().from())))
                    .as(route.toString())
                    .isTrue();
            assertThat(onEdge(
                            points.get(points.size() - 1), Layout.of(route.leg().to())))
                    .as(route.toString())
                    .isTrue();
            assertThat(route.pieces())
                    .allMatch(piece ->
                            piece.horizontal() || piece.from().x() == piece.to().x());
        }
    }

    @Test
    void no_arrow_runs_through_a_box() {
        for (Route route : Routes.all()) {
            for (Box box : Box.values()) {
                Rect inside = shrunk(Layout.of(box));
                assertThat(route.pieces())
                        .as(route.hop() + " through " + box)
                        .noneMatch(piece -> piece.room().overlaps(inside));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_label_of_the_table_is_on_the_drawing_word_for_word(Locale language) {
        PictureWords words = PictureWords.in(language);
        Drawing drawing = Drawing.of(words);

        for (Hop hop : Hop.values()) {
            assertThat(drawing.labels())
                    .filteredOn(label -> label.hop() == hop)
                    .extracting(label -> String.join(" ", label.lines()))
                    .containsExactlyElementsOf(words.labels(hop));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_label_lies_on_a_box_another_label_a_callout_or_a_number(Locale language) {
        Drawing drawing = Drawing.of(PictureWords.in(language));
        List<Lettered> things = new ArrayList<>();
        drawing.labels().forEach(label -> things.add(new Lettered(label.hop() + " " + label.lines(), label.room())));
        drawing.callouts().forEach(callout -> things.add(new Lettered(callout.text(), callout.room())));
        drawing.tails()
                .forEach(tail ->
                        things.add(new Lettered("tail of " + tail.route().hop(), tail.room())));

        for (Lettered thing : things) {
            assertThat(PAPER.contains(thing.room())).as(thing.what()).isTrue();
            assertThat(Box.values())
                    .as(thing.what())
                    .noneMatch(box -> Layout.of(box).overlaps(thing.room()));
            assertThat(things.stream()
                            .filter(other -> other != thing && other.room().overlaps(thing.room()))
                            .map(Lettered::what))
                    .as("on " + thing.what())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_arrow_runs_through_words(Locale language) {
        Drawing drawing = Drawing.of(PictureWords.in(language));
        List<Rect> words = Stream.concat(
                        drawing.labels().stream().map(Label::room),
                        drawing.callouts().stream().map(Callout::room))
                .toList();

        for (Route route : drawing.routes()) {
            for (Route.Piece piece : route.pieces()) {
                assertThat(words).as(route.hop() + " " + piece).noneMatch(room -> room.overlaps(piece.room()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void name_and_role_stay_on_their_box(Locale language) {
        PictureWords words = PictureWords.in(language);
        for (Box box : Box.values()) {
            Face face = Face.of(box, words);
            assertThat(face.rooms())
                    .as(box + " " + face)
                    .allMatch(room -> Layout.of(box).contains(room));
        }
    }

    private record Lettered(String what, Rect room) {}

    private static boolean onEdge(Point point, Rect room) {
        boolean beside = (point.x() == room.x() || point.x() == room.right())
                && point.y() > room.y()
                && point.y() < room.bottom();
        boolean above = (point.y() == room.y() || point.y() == room.bottom())
                && point.x() > room.x()
                && point.x() < room.right();
        return beside || above;
    }

    private static Rect shrunk(Rect room) {
        return new Rect(room.x() + 2, room.y() + 2, room.width() - 4, room.height() - 4);
    }
}
