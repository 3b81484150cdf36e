package dev.postern.bearer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.Threads;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An authorization server that has keys and introspects, for the tests of protected resources. */
final class FakeIssuer implements AutoCloseable {

    private static final CryptoProvider CRYPTO = CryptoProvider.ofPlatform();
    static final String RESOURCE = "https://api.test";

    final TestClock clock = new TestClock();
    final AtomicInteger jwksAsked = new AtomicInteger();
    final AtomicInteger introspectionAsked = new AtomicInteger();
    final Map<String, String> introspection = new ConcurrentHashMap<>();
    volatile int status = 200;
    volatile ECKey key = key("first");
    private final HttpServer server;
    final String url;

    FakeIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/jwks", exchange -> {
            jwksAsked.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/introspect", exchange -> {
            introspectionAsked.incrementAndGet();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String token = body.replaceAll("token=([^&]*).*", "$1");
            answer(exchange, introspection.getOrDefault(token, "{\"active\":false}"));
        });
        server.start();
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    BearerTokens tokens() {
        Issuer issuer = new Issuer(url, "");
        Settings settings = Settings.of(Map.of());
        BuiltInClients clients = new BuiltInClients(settings, issuer, new MasterKeys(Map.of(1, new byte[32])));
        return new BearerTokensFactory(
                        settings,
                        issuer,
                        clients,
                        new FakeCache(clock),
                        new HopTrace(clock),
                        clock,
                        new Threads(),
                        CRYPTO)
                .of(new Party("api", BuiltInClients.API, Hop.H20, Optional.of(Hop.H19)));
    }

    static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    TokenValue jwt() throws Exception {
        return jwt(header -> header, claims -> claims);
    }

    TokenValue jwt(UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> claims)
            throws Exception {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(url)
                .subject("usr_1")
                .audience(List.of(RESOURCE))
                .expirationTime(new Date(now.getTime() + 300_000))
                .issueTime(now)
                .jwtID("j1")
                .claim("client_id", "web")
                .claim("scope", "notes.read");
        JWSHeader.Builder head = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
        SignedJWT jwt =
                new SignedJWT(header.apply(head).build(), claims.apply(set).build());
        JWSSigner signer = new ECDSASigner(key);
        jwt.sign(signer);
        return new TokenValue(jwt.serialize());
    }

    void active(String token) {
        introspection.put(
                token,
                "{\"active\":true,\"sub\":\"usr_1\",\"client_id\":\"web\",\"scope\":\"notes.read\",\"aud\":\""
                        + RESOURCE + "\",\"exp\":" + (clock.instant().getEpochSecond() + 300) + "}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
