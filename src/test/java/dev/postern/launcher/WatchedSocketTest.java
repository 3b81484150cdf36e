package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedSocketTest {

    private final Silence silence = new Silence(System::nanoTime);
    private final ServerSocket listener;
    private final WatchedSocket near = new WatchedSocket(silence);
    private Socket far;

    WatchedSocketTest() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void connect() throws IOException {
        near.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 10_000);
        far = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        near.close();
        far.close();
        listener.close();
    }

    @Test
    void reads_what_comes_and_the_end() throws IOException {
        near.setSoTimeout(5_000);
        far.getOutputStream().write(new byte[] {(byte) 200, 2, 3});
        far.close();
        assertThat(near.getInputStream().readAllBytes()).containsExactly(200, 2, 3);
    }

    @Test
    void gives_up_at_the_time_out_that_was_set() throws IOException {
        near.setSoTimeout(250);
        assertThat(near.getSoTimeout()).isEqualTo(250);
        assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(silence.isKnown()).isFalse();
    }

    @Test
    void gives_up_before_it_when_the_other_side_is_silent() throws IOException {
        near.setSoTimeout(WatchedSocket.LONGEST_WATCHED_MILLIS);
        assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(silence.isKnown()).isTrue();
    }

    @Test
    void waits_on_for_whoever_means_to_wait() throws IOException {
        silence.noticed();
        near.setSoTimeout(WatchedSocket.LONGEST_WATCHED_MILLIS + 1);
        far.getOutputStream().write(7);
        assertThat(near.getInputStream().read()).isEqualTo(7);
        assertThat(silence.isKnown()).isFalse();
    }

    @Test
    void what_is_there_is_read_even_when_silence_is_known() throws IOException {
        silence.noticed();
        near.setSoTimeout(5_000);
        far.getOutputStream().write(7);
        assertThat(near.getInputStream().read()).isEqualTo(7);
    }
}
