package dev.postern.testserver;

import java.nio.file.Path;
import java.util.Locale;

/** The servers that the WAR is tested on; {@code -Dpostern.test.server=wildfly} chooses one for the whole run. */
public enum Product {
    RUNNABLE_JAR,
    PAYARA_MICRO,
    WILDFLY,
    PAYARA_SERVER,
    OPEN_LIBERTY;

    public static Product underTest() {
        String name = System.getProperty("postern.test.server", "");
        return name.isEmpty()
                ? RUNNABLE_JAR
                : valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** This server with the WAR as it was built. */
    Installation installation() {
        return this == RUNNABLE_JAR
                ? RunnableJar.built()
                : serving(Path.of("target", "postern.war").toAbsolutePath());
    }

    /** This server with another WAR. */
    Installation serving(Path war) {
        return switch (this) {
            case RUNNABLE_JAR -> RunnableJar.with(war);
            case PAYARA_MICRO -> new PayaraMicro(war);
            case WILDFLY -> new WildFly(war);
            case PAYARA_SERVER -> new PayaraServer(war);
            case OPEN_LIBERTY -> new OpenLiberty(war);
        };
    }
}
