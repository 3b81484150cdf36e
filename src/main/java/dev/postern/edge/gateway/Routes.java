package dev.postern.edge.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All routes; the longest matching prefix decides, and what no route matches is denied. */
@Service
public class Routes {

    private static final String NOTES = "/api/v1/notes";
    private static final String ME = "/api/v1/me";

    private final List<Route> routes;

    @Inject
    public Routes(Settings settings, Issuer issuer, BuiltInClients builtIn) {
        this(
                settings.get(GatewaySettings.ROUTES).isEmpty()
                        ? toOwnApi(issuer, builtIn)
                        : read(settings.get(GatewaySettings.ROUTES)));
    }

    Routes(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
    }

    Optional<Route> of(RequestPath path) {
        return routes.stream().filter(route -> path.isBelow(route.prefix())).findFirst();
    }

    /** Coarse on purpose: which of the two scopes a method needs is the API's own decision. */
    private static List<Route> toOwnApi(Issuer issuer, BuiltInClients builtIn) {
        Set<String> audience = Set.copyOf(builtIn.apiAudiences());
        Map<String, List<String>> notes = new LinkedHashMap<>();
        List.of("GET", "HEAD", "POST", "DELETE").forEach(method -> notes.put(method, BuiltInClients.API_SCOPES));
        Map<String, List<String>> me = Map.of("GET", List.of(), "HEAD", List.of());
        return Stream.of("/gateway", "")
                .flatMap(before -> Stream.of(
                        new Route(before + NOTES, upstream(issuer, before, NOTES), audience, notes, false),
                        new Route(before + ME, upstream(issuer, before, ME), audience, me, false)))
                .toList();
    }

    private static String upstream(Issuer issuer, String before, String path) {
        return before.isEmpty() ? "" : issuer.backChannel(path).toString();
    }

    private static List<Route> read(String setting) {
        try {
            String json = setting.startsWith("[") ? setting : Files.readString(Path.of(setting));
            return List.of(JsonMapper.builder().build().readValue(json, Route[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("setting postern.gateway.routes is wrong: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("setting postern.gateway.routes names a file that cannot be read", e);
        }
    }
}
