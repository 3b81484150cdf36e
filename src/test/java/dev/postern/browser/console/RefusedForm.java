package dev.postern.browser.console;

import java.util.List;
import java.util.Map;

/**
 * A form that is refused.
 *
 * @param address of the form
 * @param typed what breaks a rule, by field
 * @param button what sends it
 * @param told where the page says why
 */
record RefusedForm(String address, Map<String, String> typed, String button, String told) {

    /** At least one of each area that has a form. */
    static List<RefusedForm> of(Made made) {
        return List.of(
                new RefusedForm(
                        "/console/client-new?kind=web",
                        Map.of("#redirect_uris", "http://shop.example/*"),
                        "#create",
                        "#redirect_uris-why"),
                new RefusedForm(
                        "/console/client?id=" + made.clientId(),
                        Map.of("#redirect_uris", "http://shop.example/*", "#jwks_uri", "nowhere"),
                        "#save",
                        "#redirect_uris-why"),
                new RefusedForm(
                        "/console/client-copy?id=" + made.clientId(),
                        Map.of("#client_id", "web-basic"),
                        "#make",
                        "#refusal"),
                new RefusedForm(
                        "/console/user-edit", Map.of("#username", "", "#password", "password1234"), "#save", ".why"),
                new RefusedForm(
                        "/console/user-edit?subject=" + made.subject(), Map.of("#username", ""), "#save", ".why"),
                new RefusedForm("/console/registration-token-new", Map.of("#name", ""), "#make", ".why"),
                new RefusedForm("/console/grants", Map.of("#token", "none"), "#find-token", "#token-why"),
                new RefusedForm("/console/scope-new", Map.of("#name", "two words"), "#save", "#name-why"),
                new RefusedForm("/console/scope-delete?name=" + made.scope(), Map.of(), "#delete", "#refusal"),
                new RefusedForm(
                        "/console/api-new",
                        Map.of("#identifier", "no uri", "#lifetime", "soon", "#scopes", "no.such.scope"),
                        "#save",
                        "#lifetime-why"));
    }

    /** Sends it. */
    void send(Desk desk) {
        desk.open(address);
        typed.forEach(desk::type);
        desk.click(button);
        desk.at(told).first().waitFor();
    }
}
