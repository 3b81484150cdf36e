package dev.postern.picture;

/** The icon of each box: our own strokes on a field of 24 by 24. */
final class Icons {
    static final double SIZE = 24;

    private Icons() {}

    static String of(Box box) {
        return switch (box) {
            case B1 -> "M2 4h20v16H2zM2 9h20M5 6.5h.01M8 6.5h.01";
            case B2 -> "M3 3h18v18H3zM10 8l-4 4 4 4M14 8l4 4-4 4";
            case B3 -> "M7 18a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18 8.5a4.8 4.8 0 0 1-.5 9.5z";
            case B4 -> "M3 21V10a9 9 0 0 1 18 0v11M8 21V11M12 21V9M16 21V11M3 15h18";
            case B5 -> "M12 2l8 3v6c0 5-3.5 9-8 11-4.5-2-8-6-8-11V5zM8.5 12l2.5 2.5 4.5-5";
            case B6 -> "M5 3h14v18H5zM8 8l1.5 1.5L12 7M14 8.5h2.5M8 14l1.5 1.5L12 13M14 14.5h2.5";
            case B7 -> "M8.5 11.5a4.5 4.5 0 1 1 3.200-1.300L21 19.5V22h-3v-2.5h-2.5V17L11.700 13.200M6.5 6.5h.01";
            case B8 -> "M8 3C5 3 7 11 4 12c3 1 1 9 4 9M16 3c3 0 1 8 4 9-3 1-1 9-4 9M11 12h2";
            case B9 -> "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3";
            case B10 -> "M13 2L5 14h6l-1 8 9-13h-6z";
            case B11 -> "M3 5h5v14H3zM10 5h5v14h-5zM17 12h5M19.5 9l3 3-3 3";
            case B12 -> cylinder("M4 12c0 4 16 4 16 0");
            case B13 -> "M20 9A8.5 8.5 0 0 0 4.5 8M4 3v5.5h5.5M4 15a8.5 8.5 0 0 0 15.5 1M20 21v-5.5h-5.5";
            case B14 -> "M3 3v18h18M8 17v-5M13 17V7M18 17v-8";
            case B15 -> "M2 5h20v14H2zM2 6l10 8 10-8";
        };
    }

    private static String cylinder(String band) {
        return "M4 5.5c0-4 16-4 16 0s-16 4-16 0v13c0 4 16 4 16 0v-13" + band;
    }
}
