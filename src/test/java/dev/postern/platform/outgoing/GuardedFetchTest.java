package dev.postern.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.FetchFailed.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetchTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger lookUps = new AtomicInteger();
    private ServerSocket server = listening();
    private String timeout = "700ms";

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private GuardedFetch fetch(String allowed, Destination.Resolver resolver) {
        Settings settings = Settings.of(Map.of(
                OutgoingSettings.ALLOWED_HOSTS.key(),
                allowed,
                OutgoingSettings.TIMEOUT.key(),
                timeout,
                OutgoingSettings.PARALLEL.key(),
                "2",
                OutgoingSettings.LARGEST_ANSWER.key(),
                "1000"));
        return new GuardedFetch(settings, threads, host -> {
            lookUps.incrementAndGet();
            return resolver.lookUp(host);
        });
    }

    private GuardedFetch allowing() {
        return fetch("127.0.0.1:" + server.getLocalPort(), InetAddress::getAllByName);
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/keys?a=b");
    }

    /** Answers every connection with this, once it has read the head of the request; answers the last request's head. */
    private CompletableFuture<String> answering(String... parts) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Socket socket = server.accept()) {
                        StringBuilder head = new StringBuilder();
                        while (head.indexOf("\r\n\r\n") < 0) {
                            int next = socket.getInputStream().read();
                            if (next < 0) {
                                return "";
                            }
                            head.append((char) next);
                        }
                        OutputStream out = socket.getOutputStream();
                        for (String part : parts) {
                            out.write(part.getBytes(StandardCharsets.ISO_8859_1));
                            out.flush();
                            Thread.sleep(parts.length > 3 ? 300 : 0);
                        }
                        return head.toString();
                    } catch (IOException | InterruptedException e) {
                        return "";
                    }
                },
                threads);
    }

    private static void fails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FetchFailed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Test
    void fetches_from_a_host_that_is_allowed() throws Exception {
        CompletableFuture<String> request =
                answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

        Fetched answer = allowing().get(here(), "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(request.get())
                .startsWith("GET /keys?a=b HTTP/1.1\r\n")
                .contains("\r\nHost: 127.0.0.1:" + server.getLocalPort() + "\r\n")
                .contains("\r\nAccept: application/json\r\n", "\r\nConnection: close\r\n");
    }

    @Test
    void posts_a_form() throws Exception {
        CompletableFuture<String> request = answering("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(allowing()
                        .post(here(), "application/x-www-form-urlencoded", new byte[] {'a', '=', 'b'})
                        .status())
                .isEqualTo(204);
        assertThat(request.get()).startsWith("POST /keys").contains("\r\nContent-Length: 3\r\n");
    }

    @Test
    void reads_chunks_and_bodies_that_end_with_the_connection() {
        answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
        assertThat(allowing().get(here(), "*/*").text()).isEqualTo("abcde");
        answering("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc");
        assertThat(allowing().get(here(), "*/*").text()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://[fe80::1]/"
            })
    void does_not_call_private_addresses(String uri) {
        fails(Reason.PRIVATE_ADDRESS, () -> fetch("", InetAddress::getAllByName).get(URI.create(uri), "*/*"));
    }

    @Test
    void does_not_call_a_name_of_which_one_address_is_private() {
        Destination.Resolver mixed =
                host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};

        fails(Reason.PRIVATE_ADDRESS, () -> fetch("", mixed).get(URI.create("https://mixed.test/"), "*/*"));
    }

    @Test
    void connects_to_the_address_that_it_judged() {
        Destination.Resolver changing =
                host -> InetAddress.getAllByName(lookUps.get() == 1 ? "127.0.0.1" : "93.184.216.34");
        answering("HTTP/1.1 200 OK\r\n\r\nhere");
        URI uri = URI.create("http://changing.test:" + server.getLocalPort() + "/");

        assertThat(fetch("changing.test", changing).get(uri, "*/*").text()).isEqualTo("here");
        assertThat(lookUps).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "https:///x",
                "file:///etc/passwd",
                "https://a@b.test/"
            })
    void calls_https_only(String uri) {
        fails(Reason.NOT_ALLOWED, () -> fetch("", InetAddress::getAllByName).get(URI.create(uri), "*/*"));
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void a_host_is_allowed_with_the_port_that_is_configured() {
        fails(
                Reason.NOT_ALLOWED,
                () -> fetch("127.0.0.1:1", InetAddress::getAllByName).get(here(), "*/*"));
    }

    @Test
    void redirects_are_answers() {
        answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n");

        assertThat(allowing().get(here(), "*/*").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1001\r\n\r\n",
                "Content-Length: 99999999999\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3e9\r\n@x\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3e8\r\n@\r\n1\r\nx\r\n0\r\n\r\n",
                "\r\n@@"
            })
    void bodies_that_are_too_large_are_not_read(String answer) {
        answering("HTTP/1.1 200 OK\r\n" + answer.replace("@", "x".repeat(1000)));

        fails(Reason.TOO_LARGE, () -> allowing().get(here(), "*/*"));
    }

    @Test
    void headers_that_are_too_large_are_not_read() {
        answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000));

        fails(Reason.TOO_LARGE, () -> allowing().get(here(), "*/*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"
            })
    void what_is_not_http_is_refused(String answer) {
        answering(answer);

        fails(Reason.NOT_HTTP, () -> allowing().get(here(), "*/*"));
    }

    @Test
    void one_deadline_is_over_everything() {
        answering("HTTP/1.1 200 OK\r\n", "A: b\r\n", "C: d\r\n", "E: f\r\n", "\r\n", "end");
        long begin = System.nanoTime();

        fails(Reason.TOO_SLOW, () -> allowing().get(here(), "*/*"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void so_many_at_once_and_no_more() throws Exception {
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        GuardedFetch fetch = fetch("", host -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InetAddress.getAllByName("127.0.0.1");
        });
        for (int i = 0; i < 2; i++) {
            threads.execute(() -> {
                try {
                    fetch.get(URI.create("https://slow.test/"), "*/*");
                } catch (FetchFailed expected) {
                    // It has no answer to give.
                }
            });
        }
        entered.await();

        fails(Reason.BUSY, () -> fetch.get(URI.create("https://slow.test/"), "*/*"));
        leave.countDown();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_believed(@TempDir Path folder) throws Exception {
        timeout = "10s";
        server.close();
        server = SelfSigned.listening(folder);
        CompletableFuture<String> request = answering("HTTP/1.1 200 OK\r\n\r\n");
        URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");

        assertThatThrownBy(() -> allowing().get(uri, "*/*"))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("certification path");
        assertThat(request.get()).isEmpty();
    }
}
