package dev.postern.benchmark.floor;

import com.sun.management.OperatingSystemMXBean;
import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** F5: processor time of one Argon2id hash (19 MiB, 2 passes, 1 lane) by the library that the server uses, in a process that does nothing else. */
public final class PasswordHash {

    private static final int WARM_UP = 20;
    private static final int HASHES = 200;

    private PasswordHash() {}

    public static String run() {
        Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
        hash(argon2, WARM_UP);
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = process.getProcessCpuTime();
        hash(argon2, HASHES);
        double each = (process.getProcessCpuTime() - before) / (double) TimeUnit.MILLISECONDS.toNanos(1) / HASHES;
        return String.format(Locale.ROOT, "%.1f ms each", each);
    }

    private static void hash(Argon2Advanced argon2, int times) {
        byte[] password = "a password that somebody chose".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] salt = new byte[16];
        for (int i = 0; i < times; i++) {
            salt[0]++;
            argon2.pbkdf(2, 19_456, 1, password, salt, 32);
        }
    }
}
