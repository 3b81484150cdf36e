package dev.postern.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    private static final String TWO_ROUTES = """
            [{"prefix": "/gateway/orders", "upstream": "http://10.0.0.1:9000/v2", "audience": ["https://orders.test/api"],
              "methods": {"GET": ["orders.read"], "*": ["orders.write orders.read"]}, "introspect": true},
             {"prefix": "/gateway/orders/public", "upstream": "http://10.0.0.2", "audience": ["https://orders.test/api"],
              "methods": {"GET": []}}]""";

    @Test
    void the_api_is_behind_the_gateway_by_default() {
        Route route = find(routes(""), "/gateway/api/v1/notes/n1");
        assertThat(route.target(path("/gateway/api/v1/notes/n1"))).isEqualTo("https://id.test/api/v1/notes/n1");
        assertThat(route.needs("POST")).contains(List.of(Scope.of("notes.read"), Scope.of("notes.write")));
        assertThat(route.needs("PUT")).isEmpty();
    }

    @Test
    void what_no_route_matches_is_found_nowhere() {
        assertThat(routes("").of(path("/gateway/console/reports"))).isEmpty();
        assertThat(routes("").of(path("/gateway/api/v1/notesx"))).isEmpty();
        assertThat(routes("").of(path("/gateway"))).isEmpty();
    }

    @Test
    void the_longest_prefix_decides() {
        Routes routes = routes(TWO_ROUTES);
        assertThat(find(routes, "/gateway/orders/public/1").upstream()).isEqualTo("http://10.0.0.2");
        assertThat(find(routes, "/gateway/orders/publications").upstream()).isEqualTo("http://10.0.0.1:9000/v2");
    }

    @Test
    void a_star_stands_for_methods_that_are_not_named() {
        Route route = find(routes(TWO_ROUTES), "/gateway/orders/1");
        assertThat(route.needs("GET")).contains(List.of(Scope.of("orders.read")));
        assertThat(route.needs("PATCH")).contains(List.of(Scope.of("orders.write", "orders.read")));
        assertThat(route.introspect()).isTrue();
        assertThat(find(routes(TWO_ROUTES), "/gateway/orders/public").needs("POST"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void routes_may_stand_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("routes.json"), TWO_ROUTES);
        assertThat(find(routes(file.toString()), "/gateway/orders/1").forwards())
                .isTrue();
    }

    @Test
    void a_route_that_says_too_little_or_what_we_do_not_know_is_refused() {
        assertThatThrownBy(() -> routes("[{\"prefix\":\"/gateway/x\",\"upstream\":\"http://u\"}]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postern.gateway.routes");
        assertThatThrownBy(
                        () -> routes("[{\"prefix\":\"/a\",\"audience\":[\"x\"],\"methods\":{\"*\":[]},\"open\":true}]"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> routes("[{\"prefix\":\"/a/../b\",\"audience\":[\"x\"],\"methods\":{\"*\":[]}}]"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Route find(Routes routes, String path) {
        return routes.of(path(path)).orElseThrow();
    }

    private static RequestPath path(String path) {
        return RequestPath.parse(path).orElseThrow();
    }

    private static Routes routes(String json) {
        Settings settings = Settings.of(Map.of("postern.gateway.routes", json));
        Issuer issuer = new Issuer("https://id.test", "");
        return new Routes(
                settings, issuer, new BuiltInClients(settings, issuer, new MasterKeys(Map.of(1, new byte[32]))));
    }
}
