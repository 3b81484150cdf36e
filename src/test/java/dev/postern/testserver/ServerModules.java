package dev.postern.testserver;

import java.util.List;
import java.util.stream.Stream;

/** What {@code bin/common.sh} of WildFly lets its modules see of the JDK. */
final class ServerModules {

    private static final List<String> EXPORTS = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    private static final List<String> OPENS = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private ServerModules() {}

    static List<String> options() {
        return Stream.concat(
                        EXPORTS.stream().map(name -> "--add-exports=" + name + "=ALL-UNNAMED"),
                        OPENS.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED"))
                .toList();
    }
}
