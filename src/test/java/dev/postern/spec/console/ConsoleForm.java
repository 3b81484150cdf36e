package dev.postern.spec.console;

import dev.postern.testserver.Browser.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page as a browser would send it.
 *
 * @param address of the page, which takes it
 * @param fields all of them with what they hold
 * @param texts those that somebody types into
 * @param buttons any of which sends it
 */
record ConsoleForm(
        String address, boolean searches, Map<String, String> fields, List<String> texts, List<String> buttons) {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("(?s)<(input|button)\\b([^>]*)>");
    private static final Pattern TEXTAREA = Pattern.compile("(?s)<textarea\\b([^>]*)>(.*?)</textarea>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>");
    private static final Pattern OPTION = Pattern.compile("(?s)<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern OF_HEADER = Pattern.compile("/console/(?:sign-out|language)\"");

    /** Those of a page, but for those in the header of every page. */
    static List<ConsoleForm> of(Page page) {
        return FORM.matcher(page.body())
                .results()
                .filter(form -> !OF_HEADER.matcher(form.group(1)).find())
                .map(form -> of(page, form))
                .toList();
    }

    private static ConsoleForm of(Page page, MatchResult found) {
        String query = page.uri().getRawQuery();
        String address = page.uri().getRawPath() + (query == null ? "" : "?" + query);
        boolean searches = attributes(found.group(1)).getOrDefault("method", "").equals("get");
        ConsoleForm form =
                new ConsoleForm(address, searches, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        String content = found.group(2);
        CONTROL.matcher(content).results().forEach(control -> form.add(control.group(1), attributes(control.group(2))));
        TEXTAREA.matcher(content)
                .results()
                .forEach(area -> form.addText(attributes(area.group(1)), unescaped(area.group(2))));
        SELECT.matcher(content)
                .results()
                .forEach(select -> form.addChoice(attributes(select.group(1)), select.group(2)));
        return form;
    }

    private void add(String element, Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", "");
        String value = attributes.getOrDefault("value", "");
        switch (element.equals("button") ? "submit" : attributes.getOrDefault("type", "text")) {
            case "submit" -> buttons.add(name);
            case "hidden" -> fields.put(name, value);
            case "checkbox", "radio" -> {
                if (attributes.containsKey("checked")) {
                    fields.put(name, value.isEmpty() ? "on" : value);
                }
            }
            default -> addText(attributes, value);
        }
    }

    private void addText(Map<String, String> attributes, String value) {
        String name = attributes.getOrDefault("name", "");
        fields.put(name, value);
        if (!attributes.containsKey("readonly")) {
            texts.add(name);
        }
    }

    private void addChoice(Map<String, String> attributes, String options) {
        List<Map<String, String>> all = OPTION.matcher(options)
                .results()
                .map(option -> attributes(option.group(1)))
                .toList();
        String chosen = all.stream()
                .filter(option -> option.containsKey("selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(option -> option.getOrDefault("value", ""))
                .orElse("");
        fields.put(attributes.getOrDefault("name", ""), chosen);
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            attributes.put(attribute.group(1), unescaped(attribute.group(2) == null ? "" : attribute.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** What is sent when a button is pressed. */
    Map<String, String> by(String button) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put(button, "");
        return sent;
    }

    /** The same after something has been typed into every field for texts. */
    Map<String, String> by(String button, String typed) {
        Map<String, String> sent = by(button);
        texts.forEach(name -> sent.put(name, typed));
        return sent;
    }
}
