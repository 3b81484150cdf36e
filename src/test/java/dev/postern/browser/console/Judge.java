package dev.postern.browser.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.browser.Axe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at pages in light and dark, on a desk and at 320 pixels, all that folds unfolded, and notes what is wrong with them. */
final class Judge {

    private static final int PHONE = 320;
    private static final int DESK = 1_280;

    private final Page page;
    private final String issuer;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> views = new TreeSet<>();

    Judge(Page page, String issuer) {
        this.page = page;
        this.issuer = issuer;
    }

    /** What was found, a line each. */
    List<String> faults() {
        return faults;
    }

    /** The views that were looked at, each by the name of its file. */
    Set<String> views() {
        return views;
    }

    /** A page, in everything. */
    void visit(String address) {
        open(address);
        look(address);
    }

    /** A page in another language: what is longer there, and whether everything is named. */
    void visitInSpanish(String address) {
        open(address);
        scheme(ColorScheme.LIGHT);
        width(PHONE, address + " in Spanish");
        if (!"es".equals(page.locator("html").getAttribute("lang"))) {
            faults.add(address + " is not in Spanish");
        }
    }

    /** What is open now. */
    void look(String what) {
        scheme(ColorScheme.LIGHT);
        width(PHONE, what);
        colours(what + " dark " + PHONE);
        scheme(ColorScheme.LIGHT);
        width(DESK, what);
        colours(what + " dark " + DESK);
    }

    private void open(String address) {
        Response answer = page.navigate(issuer + address);
        if (answer.status() != 200) {
            faults.add(address + " answers " + answer.status());
        }
        Optional<String> unbalanced = Markup.unbalanced(answer.text());
        unbalanced.ifPresent(tag -> faults.add(address + " ends wrongly at " + tag));
        String path = address.replaceFirst("\\?.*", "");
        views.add(path.substring(path.lastIndexOf('/') + 1));
    }

    private void width(int pixels, String what) {
        page.setViewportSize(pixels, 900);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        note(what + " " + pixels, Axe.violations(page));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            faults.add(what + " is wider than " + pixels + " by " + overflow);
        }
    }

    private void colours(String what) {
        scheme(ColorScheme.DARK);
        note(what, Axe.contrastViolations(page));
    }

    private void scheme(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void note(String what, List<String> violations) {
        violations.forEach(violation -> faults.add(what + " " + violation));
    }
}
