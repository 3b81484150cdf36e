package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of server-config/cluster/README.md: one node after another leaves nginx, stops, and comes back as the next release. */
class RollingUpdateIT {

    private static final int TERMINATED = 143;

    private final Cluster cluster = Cluster.shared();

    @Test
    void
            under_load_no_request_fails_while_one_node_brings_the_schema_of_the_next_release_and_the_other_starts_again_as_it_was()
                    throws IOException {
        Path next = NextRelease.of(Cluster.program(), cluster.folder().resolve("next.jar"));
        Load load = Load.start(cluster);
        load.awaitMoreRounds(10);

        replace(cluster.a(), cluster.b(), next);
        assertThat(cluster.a().logSinceStart()).contains("1 migrations applied, schema version 9000");
        load.awaitMoreRounds(20); // both releases at once
        replace(cluster.b(), cluster.a(), Cluster.program());
        assertThat(cluster.b().logSinceStart()).contains("0 migrations applied, schema version 9000");
        load.awaitMoreRounds(20);
        load.stop();

        assertThat(load.failures()).isEmpty();
        assertThat(cluster.database().number("select count(*) from next_release"))
                .isZero();
    }

    private void replace(Node node, Node other, Path program) {
        cluster.nginx().useOnly(List.of(other));
        assertThat(node.stop()).isEqualTo(TERMINATED);
        node.startAgain(program);
        cluster.nginx().useOnly(cluster.nodes());
    }
}
