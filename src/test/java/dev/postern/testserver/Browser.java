package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen: it keeps cookies, reads forms, and follows a redirect only when it is told to.
 *
 * <p>{@link #signIn} walks authorize, login, consent and callback.
 */
public final class Browser {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String server;
    private String issuer;

    public Browser(String server) {
        this.server = server;
        this.issuer = server;
    }

    /** The server calls itself this; what it leads to there is asked of the server. */
    public Browser behind(String publicIssuer) {
        issuer = publicIssuer;
        return this;
    }

    /** A header of every request. */
    public Browser always(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** What came back. */
    public record Page(URI uri, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** Where it redirects to. */
        public URI location() {
            if (header("Location").isEmpty()) {
                throw new AssertionError("no redirect but " + status() + ":\n" + body());
            }
            return uri.resolve(header("Location"));
        }

        /** A parameter of the URL that it redirects to. */
        public Optional<String> parameter(String name) {
            return Optional.ofNullable(query(location()).get(name));
        }

        /** A parameter of the fragment that it redirects to. */
        public Optional<String> fragment(String name) {
            String fragment = Optional.ofNullable(location().getRawFragment()).orElse("");
            return Optional.ofNullable(query(URI.create("?" + fragment)).get(name));
        }

        /** The hidden fields of its form. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher input = HIDDEN.matcher(body());
            while (input.find()) {
                Map<String, String> attributes = new LinkedHashMap<>();
                Matcher attribute = ATTRIBUTE.matcher(input.group());
                while (attribute.find()) {
                    attributes.put(attribute.group(1), attribute.group(2).replace("&amp;", "&"));
                }
                fields.put(attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
            }
            return fields;
        }
    }

    /** The parameters of a URL's query. */
    public static Map<String, String> query(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** A path below the issuer, or an absolute URL. */
    public Page get(String url, String... headers) {
        return send(request(url, headers).GET());
    }

    public Page get(URI uri) {
        return get(uri.toString());
    }

    public Page post(String url, Map<String, String> fields, String... headers) {
        return postRaw(url, form(fields), headers);
    }

    /** @param body already encoded */
    public Page postRaw(String url, String body, String... headers) {
        return send(request(url, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    public Page authorize(Map<String, String> parameters) {
        return get("/authorize?" + form(parameters));
    }

    /** Sends the login form of a page that it has been shown. */
    public Page login(Page loginPage, String username, String password) {
        Map<String, String> fields = new LinkedHashMap<>(loginPage.fields());
        fields.put("username", username);
        fields.put("password", password);
        return post("/interaction/login", fields);
    }

    /** Sends the consent form of a page that it has been shown. @param decision allow or deny */
    public Page decide(Page consentPage, String decision) {
        Map<String, String> fields = new LinkedHashMap<>(consentPage.fields());
        fields.put("decision", decision);
        return post("/interaction/consent", fields);
    }

    /** Walks from an authorization request over whatever pages are shown to the redirect to the client, allowing everything. */
    public Page signIn(Map<String, String> parameters, String username, String password) {
        Page page = authorize(parameters);
        while (page.header("Location").startsWith(issuer + "/")) {
            Page shown = get(page.location());
            page = switch (path(shown.uri())) {
                case "/login" -> login(shown, username, password);
                case "/consent" -> decide(shown, "allow");
                default -> shown;
            };
            if (path(page.location()).equals("/login") && path(shown.uri()).equals("/login")) {
                throw new AssertionError("the login was refused for " + username);
            }
        }
        return page;
    }

    /** The path below the server, which may have one itself. */
    public String path(URI uri) {
        String root = uri.toString().startsWith(server) ? URI.create(server).getPath() : "";
        return uri.getPath().substring(root.length());
    }

    private HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(absolute(url)));
        this.headers.forEach(builder::header);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private String absolute(String url) {
        if (url.startsWith("/")) {
            return server + url;
        }
        return url.startsWith(issuer + "/") ? server + url.substring(issuer.length()) : url;
    }

    private Page send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(request.uri(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0].strip());
        } else {
            cookies.put(pair[0].strip(), pair[1].strip());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
