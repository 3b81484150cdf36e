package dev.postern.identity.administration.file;

import dev.postern.identity.setup.Difference;
import dev.postern.identity.setup.Difference.Action;
import dev.postern.identity.setup.Plan;
import dev.postern.platform.Json;
import java.util.TreeSet;

/** A plan as people read it: a line for each object, and for each field that differs a line as it is and one as it will be. */
public final class PlanText {

    private PlanText() {}

    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.differences().forEach(difference -> append(text, difference));
        return text.append(summary(plan)).append('\n').toString();
    }

    private static String summary(Plan plan) {
        return plan.isEmpty()
                ? plan.owner() + ": no changes"
                : plan.owner() + ": " + plan.count(Action.CREATED) + " to make, " + plan.count(Action.CHANGED)
                        + " to change, " + plan.count(Action.REMOVED) + " to remove";
    }

    private static void append(StringBuilder text, Difference difference) {
        String sign = switch (difference.action()) {
            case CREATED -> "+ ";
            case CHANGED -> "~ ";
            case REMOVED -> "- ";
        };
        text.append(sign)
                .append(difference.kind())
                .append(' ')
                .append(plain(difference.id()))
                .append('\n');
        TreeSet<String> fields = new TreeSet<>(difference.before().keySet());
        fields.addAll(difference.after().keySet());
        for (String field : fields) {
            line(text, "    - ", field, difference.before().get(field));
            line(text, "    + ", field, difference.after().get(field));
        }
    }

    private static void line(
            StringBuilder text, String sign, String field, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            text.append(sign)
                    .append(field)
                    .append(": ")
                    .append(plain(Json.write(value)))
                    .append('\n');
        }
    }

    /** What is shown in a terminal must not steer it. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
