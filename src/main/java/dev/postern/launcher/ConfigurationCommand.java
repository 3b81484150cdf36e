package dev.postern.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code plan FILE}, {@code apply FILE} and {@code export}: the running server's admin API, for people and pipelines. The client that it comes as
 * stands in {@code POSTERN_ADMIN_CLIENT_ID} and {@code POSTERN_ADMIN_CLIENT_SECRET}, the server in {@code POSTERN_ISSUER}.
 */
final class ConfigurationCommand {

    private static final int NO_CHANGE = 0;
    private static final int CHANGES = 2;
    private static final String PRUNE = "--prune";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<String, String> environment;
    private final String issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ConfigurationCommand(Map<String, String> environment) {
        this.environment = environment;
        this.issuer = environment.getOrDefault("POSTERN_ISSUER", "http://localhost:8080");
    }

    /** @return the exit code: 0 if nothing is to be changed, or all was; 2 if a plan has changes */
    int run(String command, List<String> arguments) {
        boolean prunes = arguments.contains(PRUNE);
        String scope = command.equals("apply") ? "admin:write" : "admin:read";
        List<String> files =
                arguments.stream().filter(argument -> !argument.equals(PRUNE)).toList();
        if (command.equals("export")) {
            System.out.print(send(request("/configuration/export", scope).GET()).body());
            return NO_CHANGE;
        }
        if (files.size() != 1) {
            throw new StartRefused(
                    command + " needs one file: java -jar postern.jar " + command + " FILE [" + PRUNE + "]");
        }
        Path file = Path.of(files.get(0));
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(request("/configuration/" + command + "?prune=" + prunes + "&file=" + name, scope)
                        .header("Content-Type", "application/yaml")
                        .header("Accept", "text/plain")
                        .POST(BodyPublishers.ofString(new FileSecrets(environment).inClear(file))));
        System.out.print(answer.body());
        boolean changes = answer.headers().firstValueAsLong("Postern-Changes").orElse(0) > 0;
        return command.equals("plan") && changes ? CHANGES : NO_CHANGE;
    }

    /** @param scope no more than the command needs, so that who only plans can be a client that changes nothing */
    private HttpRequest.Builder request(String path, String scope) {
        return HttpRequest.newBuilder(URI.create(issuer + "/admin/api/v1" + path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token(scope));
    }

    private String token(String scope) {
        String id = needed("POSTERN_ADMIN_CLIENT_ID");
        String pair = encoded(id) + ":" + encoded(needed("POSTERN_ADMIN_CLIENT_SECRET"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(scope))));
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new StartRefused("The server gave no token of scope " + scope + " to " + id + ".");
        }
        return token.group(1);
    }

    private String needed(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new StartRefused(
                    "Set " + variable + ": the client as which the server is asked, with client_credentials and the"
                            + " scope admin:read, to apply admin:write.");
        }
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StartRefused("The server answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new StartRefused("The server at " + issuer + " cannot be asked (" + e + "): set POSTERN_ISSUER.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted; the server may go on all the same.");
        }
    }
}
