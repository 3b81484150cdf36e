package dev.postern.testserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Programs that tests need and Maven cannot bring. On Debian, as root, a missing one is installed; elsewhere the test is skipped and
 * the reason names the package. With CI=true a missing program is a failure.
 */
public enum DebianPackages {
    REDIS("redis-server", "redis-server"),
    CHROMIUM("chromium", "chromium"),
    NGINX("nginx", "nginx"),
    POSTGRESQL("postgresql", "pg_ctlcluster");

    private static final Map<DebianPackages, Optional<Path>> FOUND = new ConcurrentHashMap<>();

    private final String packageName;
    private final String program;

    DebianPackages(String packageName, String program) {
        this.packageName = packageName;
        this.program = program;
    }

    /** The program's path; when it cannot be had, the calling test is skipped, or fails where CI=true. */
    public Path require() {
        return found(FOUND.computeIfAbsent(this, DebianPackages::findOrInstall), "true".equals(System.getenv("CI")));
    }

    /** @param demanded a missing program is a failure and no reason to skip */
    Path found(Optional<Path> path, boolean demanded) {
        String reason = "The Debian package " + packageName + " is missing: install it to run this test.";
        if (path.isEmpty() && demanded) {
            throw new IllegalStateException(reason);
        }
        assumeTrue(path.isPresent(), reason);
        return path.orElseThrow();
    }

    private Optional<Path> findOrInstall() {
        return find().or(() -> {
            // Each of them would install what is missing, and apt-get waits for nobody.
            OneAtATime.run("apt-get", () -> {
                if (find().isEmpty()) {
                    install();
                }
            });
            return find();
        });
    }

    private Optional<Path> find() {
        return List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/bin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void install() {
        boolean mayInstall = Files.exists(Path.of("/etc/debian_version"))
                && "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"));
        if (!mayInstall) {
            return;
        }
        // Lists may be older than the mirror, or absent; a package that starts a service must not start it here.
        if (!aptGet("install", "-y", "--no-install-recommends", packageName)) {
            aptGet("update");
            aptGet("install", "-y", "--no-install-recommends", packageName);
        }
    }

    private static boolean aptGet(String... arguments) {
        try {
            Path log = Files.createDirectories(Path.of("target", "testserver")).resolve("apt-get.log");
            ProcessBuilder builder = new ProcessBuilder("/usr/bin/apt-get", "-q");
            builder.command().addAll(List.of(arguments));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.environment().put("RUNLEVEL", "1");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
