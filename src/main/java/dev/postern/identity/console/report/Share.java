package dev.postern.identity.console.report;

import dev.postern.data.reporting.SignInTotal;

/**
 * A line of a table that is a bar chart too.
 *
 * @param name for people
 * @param link to the report of this alone
 * @param succeededWidth and failedWidth in percent of the longest bar
 */
public record Share(String name, String link, long succeeded, long failed, double succeededWidth, double failedWidth) {

    static Share of(String name, String link, SignInTotal total, long most) {
        return new Share(
                name,
                link,
                total.succeeded(),
                total.failed(),
                percent(total.succeeded(), most),
                percent(total.failed(), most));
    }

    private static double percent(long part, long most) {
        return Math.round(1000.0 * part / Math.max(1, most)) / 10.0;
    }

    public long signIns() {
        return succeeded + failed;
    }
}
