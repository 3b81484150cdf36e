package dev.postern.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people call the browser behind a User-Agent header (RFC 9110 section 10.1.5): {@code Firefox, Linux}. Browsers claim to be one another, so the
 * more particular names are looked for first. It is a courtesy: nothing is decided by it.
 */
public final class DeviceName {

    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private DeviceName() {}

    /** Empty if it says nothing that we know. */
    public static String of(String userAgent) {
        return name(BROWSERS, userAgent)
                .map(browser -> browser
                        + name(SYSTEMS, userAgent).map(system -> ", " + system).orElse(""))
                .orElse("");
    }

    private static Optional<String> name(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
