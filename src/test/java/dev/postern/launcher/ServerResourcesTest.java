package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import fish.payara.micro.ClusterCommandResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Payara is told before it boots. */
class ServerResourcesTest {

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path data;

    /** With the leader-follower strategy the listening thread is such a thread, and spins once it has been interrupted. */
    @Test
    void no_thread_is_interrupted_for_having_worked_long() {
        configure();

        assertThat(told).anyMatch(setting -> setting.endsWith("LeaderFollowerNIOStrategy"));
        assertThat(told).anyMatch(setting -> setting.endsWith(".http.request-timeout-seconds=-1"));
    }

    @Test
    void nobody_can_ask_before_the_application_is_there() {
        configure();

        assertThat(told).anyMatch(setting -> setting.endsWith(".http-listener.enabled=false"));
    }

    private void configure() {
        LauncherSettings settings =
                LauncherSettings.read(new Properties(), Map.of("POSTERN_DATA_DIR", data.toString()));
        new ServerResources(settings).configure((command, arguments) -> {
            assertThat(command).isEqualTo("set");
            told.addAll(List.of(arguments));
            return new Done();
        });
    }

    private static final class Done implements ClusterCommandResult {

        private static final long serialVersionUID = 1;

        @Override
        public ExitStatus getExitStatus() {
            return ExitStatus.SUCCESS;
        }

        @Override
        public Throwable getFailureCause() {
            throw new IllegalStateException("nothing failed");
        }

        @Override
        public String getOutput() {
            return "";
        }
    }
}
