package dev.postern.picture;

import static dev.postern.picture.Route.across;
import static dev.postern.picture.Route.corner;
import static dev.postern.picture.Route.straight;
import static dev.postern.picture.Route.vertical;

import java.util.List;
import java.util.stream.Stream;

/** The way of every arrow: {@code straight(hop, leg, height)} and so on, in the order of the table. */
final class Routes {
    /** Where events run together on their way to the queue. */
    static final double BUS = 1376;

    private static final double BUS_IN = 1050;

    private Routes() {}

    static List<Route> all() {
        return Stream.of(signIn(), tokens(), calls(), events())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> signIn() {
        return List.of(
                straight(Hop.H1, 0, 540),
                straight(Hop.H2, 0, 768),
                straight(Hop.H3, 0, 600),
                straight(Hop.H3, 1, 192),
                across(Hop.H4, 0, 186, track(2), 186),
                across(Hop.H5, 0, 250, track(1), 716),
                straight(Hop.H6, 0, 248),
                straight(Hop.H7, 0, 412),
                vertical(Hop.H7, 1, 990, true),
                straight(Hop.H8, 0, 300),
                straight(Hop.H8, 1, 652));
    }

    private static List<Route> tokens() {
        return List.of(
                straight(Hop.H9, 0, 528),
                across(Hop.H10, 0, 536, track(2), 250),
                straight(Hop.H11, 0, 594),
                straight(Hop.H12, 0, 602),
                straight(Hop.H13, 0, 656),
                across(Hop.H14, 0, 738, track(3), 290),
                straight(Hop.H15, 0, 798),
                straight(Hop.H15, 1, 798),
                across(Hop.H16, 0, 828, track(1), 990));
    }

    private static List<Route> calls() {
        return List.of(
                straight(Hop.H17, 0, 992),
                straight(Hop.H17, 1, 992),
                across(Hop.H18, 0, 970, track(2), 828),
                vertical(Hop.H18, 1, 970, true),
                vertical(Hop.H19, 0, 902, false),
                across(Hop.H20, 0, 1180, track(3), 858),
                straight(Hop.H21, 0, 1185),
                straight(Hop.H21, 1, 1185),
                across(Hop.H26, 0, 1216, track(4), 340));
    }

    private static List<Route> events() {
        return List.of(
                across(Hop.H22, 0, 306, BUS, BUS_IN),
                across(Hop.H22, 1, 662, BUS, BUS_IN),
                across(Hop.H22, 2, 1252, BUS, BUS_IN),
                across(Hop.H22, 3, 1016, BUS, BUS_IN),
                across(Hop.H22, 4, 858, BUS, BUS_IN),
                across(Hop.H23, 0, 1120, track(6), 1350),
                across(Hop.H23, 1, 1322, track(5), 390),
                across(Hop.H24, 0, 1150, track(7), 1378),
                straight(Hop.H24, 1, 1406),
                across(Hop.H25, 0, 1180, track(8), 1490),
                corner(Hop.H25, 1, 1522, 56));
    }

    /** The tracks in the channel before the data boxes, numbered from the bus. */
    private static double track(int number) {
        return BUS + number * 11;
    }
}
