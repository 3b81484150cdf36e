package dev.postern.picture;

import java.util.List;

/**
 * What stands on a box: icon, name, role.
 *
 * @param textX where the name's lines hang
 * @param roleX where the role's lines hang
 * @param anchor {@code start}, or {@code middle} on narrow boxes
 */
record Face(
        Box box,
        Point icon,
        List<String> name,
        double textX,
        double nameTop,
        List<String> role,
        double roleX,
        double roleTop,
        String anchor) {
    private static final double PADDING = 13;
    private static final double GAP = 9;

    static Face of(Box box, PictureWords words) {
        return box.zone() == Zone.CLIENT || box == Box.B3 ? tower(box, words) : card(box, words);
    }

    /** The icon on top, everything in the middle: for narrow boxes. */
    private static Face tower(Box box, PictureWords words) {
        Rect room = Layout.of(box);
        double inner = room.width() - 2 * GAP;
        List<String> name = Lettering.NAME.wrap(words.title(box), inner);
        double nameTop = room.y() + PADDING + Icons.SIZE + GAP;
        double middle = room.centerX();
        return new Face(
                box,
                new Point(middle - Icons.SIZE / 2, room.y() + PADDING),
                name,
                middle,
                nameTop,
                Lettering.ROLE.wrap(words.role(box), inner),
                middle,
                nameTop + Lettering.NAME.height(name) + 6,
                "middle");
    }

    /** The icon beside the name, the role below, all of it at half height. */
    private static Face card(Box box, PictureWords words) {
        Rect room = Layout.of(box);
        double textX = room.x() + PADDING + Icons.SIZE + GAP;
        List<String> name = Lettering.NAME.wrap(words.title(box), room.right() - textX - 2);
        List<String> role = Lettering.ROLE.wrap(words.role(box), room.width() - PADDING - GAP);
        double nameHeight = Math.max(Icons.SIZE, Lettering.NAME.height(name));
        double top = room.y() + (room.height() - nameHeight - 6 - Lettering.ROLE.height(role)) / 2;
        return new Face(
                box,
                new Point(room.x() + PADDING, top + (nameHeight - Icons.SIZE) / 2),
                name,
                textX,
                top + (nameHeight - Lettering.NAME.height(name)) / 2,
                role,
                room.x() + PADDING,
                top + nameHeight + 6,
                "start");
    }

    /** The room that name and role take. */
    List<Rect> rooms() {
        return List.of(room(Lettering.NAME, name, textX, nameTop), room(Lettering.ROLE, role, roleX, roleTop));
    }

    private Rect room(Lettering lettering, List<String> lines, double x, double top) {
        double width = lettering.width(lines);
        return new Rect(anchor.equals("middle") ? x - width / 2 : x, top, width, lettering.height(lines));
    }
}
