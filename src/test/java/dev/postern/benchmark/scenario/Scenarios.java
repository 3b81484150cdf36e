package dev.postern.benchmark.scenario;

import dev.postern.benchmark.load.HttpAnswer;
import dev.postern.benchmark.load.Scenario;
import dev.postern.benchmark.load.VirtualUser;
import dev.postern.benchmark.load.VirtualUser.Tokens;
import dev.postern.benchmark.load.WrongAnswer;
import dev.postern.benchmark.setup.Target;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The scenarios that are load on one endpoint or one flow. */
public enum Scenarios implements Scenario {
    S1("client_credentials, JWT") {
        @Override
        public void prepare(VirtualUser user) {
            user.ready(
                    List.of(Target.bytes(user.target().authenticatedForm("/token", "grant_type=client_credentials"))));
        }

        @Override
        public void operate(VirtualUser user) {
            String token = user.sendNext().expect(200).text("access_token");
            TokenChecks.accessToken(token, user.tokens().access());
            user.keep(new Tokens(token, "", ""));
            SampledTokens.of(user.target()).offer(user.tokens(), "");
        }
    },
    S2("authorization code, PKCE, single sign-on") {
        @Override
        public void prepare(VirtualUser user) {
            signedIn(user);
        }

        @Override
        public void operate(VirtualUser user) {
            CodeFlow.redeem(user, CodeFlow.withSession(user));
        }
    },
    S3("the same with a login, known browser") {
        @Override
        public void prepare(VirtualUser user) {
            signedIn(user);
        }

        @Override
        public void operate(VirtualUser user) {
            user.cookies().keySet().removeIf(name -> !name.endsWith("postern_device"));
            CodeFlow.redeem(user, CodeFlow.withLogin(user));
        }
    },
    S4("refresh token rotation") {
        @Override
        public void prepare(VirtualUser user) {
            signedIn(user);
            CodeFlow.redeem(user, CodeFlow.withSession(user));
        }

        @Override
        public void operate(VirtualUser user) {
            CodeFlow.refresh(user);
        }
    },
    S5("introspection") {
        @Override
        public void prepare(VirtualUser user) {
            requestsForTokens(
                    user,
                    token -> Target.bytes(user.target()
                            .authenticatedForm(
                                    "/introspect", "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        }

        @Override
        public void operate(VirtualUser user) {
            HttpAnswer answer = user.sendNext().expect(200);
            if (!answer.body().contains("\"active\":true") || answer.text("sub").isEmpty()) {
                throw new WrongAnswer("not active: " + answer.beginning());
            }
        }
    },
    S6("userinfo") {
        @Override
        public void prepare(VirtualUser user) {
            requestsForTokens(user, token -> user.target().get("/userinfo", "Authorization: Bearer " + token + "\r\n"));
        }

        @Override
        public void operate(VirtualUser user) {
            HttpAnswer answer = user.sendNext().expect(200);
            if (answer.text("sub").isEmpty() || answer.text("email").isEmpty()) {
                throw new WrongAnswer("no claims: " + answer.beginning());
            }
        }
    },
    S7("JWKS and discovery in turn") {
        @Override
        public void prepare(VirtualUser user) {
            user.ready(List.of(
                    user.target().get("/jwks", ""), user.target().get("/.well-known/openid-configuration", "")));
        }

        @Override
        public void operate(VirtualUser user) {
            HttpAnswer answer = user.sendNext().expect(200);
            if (answer.text("kty").isEmpty() && answer.text("issuer").isEmpty()) {
                throw new WrongAnswer("another document: " + answer.beginning());
            }
        }
    },
    S10J("API call through the gateway, JWT") {
        @Override
        public void prepare(VirtualUser user) {
            apiCalls(user, "/gateway/api/v1/me", Target.JWT_RESOURCE);
        }

        @Override
        public void operate(VirtualUser user) {
            callApi(user);
        }
    },
    S10O("API call through the gateway, opaque token") {
        @Override
        public void prepare(VirtualUser user) {
            apiCalls(user, "/gateway/api/v1/me", Target.OPAQUE_RESOURCE);
        }

        @Override
        public void operate(VirtualUser user) {
            callApi(user);
        }
    },
    F4J("floor: the same call through a proxy that decides nothing, JWT") {
        @Override
        public InetSocketAddress address(Target target) {
            return target.proxy();
        }

        @Override
        public void prepare(VirtualUser user) {
            apiCalls(user, "/api/v1/me", Target.JWT_RESOURCE);
        }

        @Override
        public void operate(VirtualUser user) {
            callApi(user);
        }
    },
    F4O("floor: the same call through a proxy that decides nothing, opaque token") {
        @Override
        public InetSocketAddress address(Target target) {
            return target.proxy();
        }

        @Override
        public void prepare(VirtualUser user) {
            apiCalls(user, "/api/v1/me", Target.OPAQUE_RESOURCE);
        }

        @Override
        public void operate(VirtualUser user) {
            callApi(user);
        }
    },
    F1("floor: the smallest request that the server answers (/status/live)") {
        @Override
        public void prepare(VirtualUser user) {
            user.ready(List.of(user.target().get("/status/live", "")));
        }

        @Override
        public void operate(VirtualUser user) {
            user.sendNext().expect(200);
        }
    };

    private static final int TOKENS_PER_USER = 4;

    private final String description;

    Scenarios(String description) {
        this.description = description;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String description() {
        return description;
    }

    private static void signedIn(VirtualUser user) {
        if (user.cookies().keySet().stream().noneMatch(name -> name.endsWith("postern_session"))) {
            CodeFlow.firstSignIn(user);
        }
    }

    private static void apiCalls(VirtualUser user, String path, String resource) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < TOKENS_PER_USER; i++) {
            String form =
                    "grant_type=client_credentials&resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8);
            String token = user.send(user.target().authenticatedForm("/token", form))
                    .expect(200)
                    .text("access_token");
            requests.add(user.target().get(path, "Authorization: Bearer " + token + "\r\n"));
        }
        user.ready(requests);
    }

    private static void callApi(VirtualUser user) {
        HttpAnswer answer = user.sendNext().expect(200);
        if (!answer.text("sub").equals(Target.CLIENT_ID)) {
            throw new WrongAnswer("somebody else: " + answer.beginning());
        }
    }

    private static void requestsForTokens(VirtualUser user, Function<String, byte[]> request) {
        signedIn(user);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < TOKENS_PER_USER; i++) {
            CodeFlow.redeem(user, CodeFlow.withSession(user));
            requests.add(request.apply(user.tokens().access()));
        }
        user.ready(requests);
    }
}
