package dev.postern.testserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost and its key, under the alias {@code login} in a PKCS12 key store. */
record TestCertificate(Path store) {

    static final String PASSWORD = "a-password-of-the-test";
    private static final String ALIAS = "login";

    static TestCertificate make(Path store) {
        keytool(
                store,
                "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -storetype PKCS12 -alias "
                        + ALIAS + " -keystore " + store + " -storepass " + PASSWORD);
        return new TestCertificate(store);
    }

    /** As the guide of Payara Server says it. */
    void importInto(Path keyStore, String password) {
        keytool(
                store,
                "-importkeystore -noprompt -srcstoretype PKCS12 -srckeystore " + store + " -srcstorepass " + PASSWORD
                        + " -srcalias " + ALIAS + " -destkeystore " + keyStore + " -deststorepass " + password
                        + " -destalias " + ALIAS);
    }

    /** TLS that trusts nobody else. */
    SSLContext trusted() throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, made.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path store, String arguments) {
        String program = TestJava.own().resolve("bin/keytool").toString();
        ChildProcess.run(
                "keytool",
                store.resolveSibling("keytool.log"),
                Map.of(),
                List.of((program + " " + arguments).split(" ")),
                Duration.ofMinutes(1));
    }
}
