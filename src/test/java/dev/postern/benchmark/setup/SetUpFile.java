package dev.postern.benchmark.setup;

import de.mkammerer.argon2.Argon2Factory;
import java.nio.charset.StandardCharsets;

/** The clients and users of the benchmark as the set-up file of the server. */
final class SetUpFile {

    /** OWASP's parameters, and the server's own. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private SetUpFile() {}

    static String withUsers(int count) {
        StringBuilder file = new StringBuilder("""
                clients:
                  - client_id: %1$s
                    client_name: Benchmark
                    client_secret: %2$s
                    redirect_uris: [ "%3$s" ]
                    grant_types: [ authorization_code, refresh_token, client_credentials ]
                    scope: %4$s
                    id_token_signed_response_alg: ES256
                    resources: [ "%5$s", "%6$s" ]
                resource-servers:
                  - identifier: %5$s
                    token_format: jwt
                  - identifier: %6$s
                    token_format: opaque
                users:
                """.formatted(
                        Target.CLIENT_ID,
                        Target.CLIENT_SECRET,
                        Target.REDIRECT_URI,
                        Target.SCOPE,
                        Target.JWT_RESOURCE,
                        Target.OPAQUE_RESOURCE));
        // One hash for all: a start compares given hashes, and would verify given passwords one by one.
        String hash = hash(Target.PASSWORD);
        Target target = new Target("", 0);
        for (int i = 0; i < count; i++) {
            String username = target.username(i);
            file.append("  - username: %s\n    password_hash: %s\n".formatted(username, hash))
                    .append("    claims: { name: Benchmark %d, email: %s@example.com, email_verified: true }\n"
                            .formatted(i, username));
        }
        return file.toString();
    }

    private static String hash(String password) {
        return Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES)
                .hash(PASSES, MEMORY_KIB, 1, password.getBytes(StandardCharsets.UTF_8));
    }
}
