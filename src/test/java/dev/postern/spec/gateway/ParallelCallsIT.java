package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The server calls itself: gateway, API, introspection twice. More calls than it has threads must not lock it up. */
class ParallelCallsIT {

    private static final int CALLS = 200;

    @Test
    void two_hundred_calls_with_different_opaque_tokens_are_all_answered() {
        Queue<String> tokens = new ConcurrentLinkedQueue<>(Parallel.run(
                        20,
                        () -> List.copyOf(java.util.stream.Stream.generate(GatewayServer::mailToken)
                                .limit(CALLS / 20)
                                .toList()))
                .stream()
                .flatMap(List::stream)
                .toList());
        URI me = URI.create(GatewayServer.get().issuer() + "/gateway/api/v1/me");
        List<Answer> answers = Parallel.run(
                CALLS,
                () -> OAuthClient.send(HttpRequest.newBuilder(me)
                        .header("Authorization", "Bearer " + tokens.poll())
                        .GET()));
        assertThat(answers)
                .hasSize(CALLS)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.response().body()).isIn(200, 503));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
        Answer afterwards = OAuthClient.send(HttpRequest.newBuilder(me)
                .header("Authorization", "Bearer " + GatewayServer.mailToken())
                .GET());
        assertThat(afterwards.status()).isEqualTo(200);
    }
}
