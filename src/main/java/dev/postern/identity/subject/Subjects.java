package dev.postern.identity.subject;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.database.client.SubjectType;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Subject identifiers as clients see them: OpenID Connect Core section 8.
 *
 * <p>A pairwise one is an HMAC of the client's sector and the subject, so it is computed and never stored, and cannot be turned back. The
 * key comes of the oldest master key: a newer one must not give everybody another name.
 */
@Service
public class Subjects {

    private static final String PURPOSE = "pairwise-subject";

    private final MasterKeys keys;

    @Inject
    public Subjects(MasterKeys keys) {
        this.keys = keys;
    }

    /** What the client and whoever reads its tokens see. @param subject of a user, or the client itself */
    public String shown(Client client, String subject) {
        boolean pairwise = client.identity().subjectType() == SubjectType.PAIRWISE;
        return pairwise && !subject.equals(client.id()) ? pairwise(sector(client), subject) : subject;
    }

    private String pairwise(String sector, String subject) {
        byte[] key = keys.derive(PURPOSE, keys.oldestVersion());
        byte[] mac = MasterKeys.hmac(key, (sector + "\0" + subject).getBytes(StandardCharsets.UTF_8));
        return User.SUBJECT_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** The host of the sector identifier URI, else the one host of the redirect URIs (section 8.1); the rules of registration see to that. */
    private static String sector(Client client) {
        String uri = client.identity().sectorIdentifierUri();
        String from = uri.isEmpty()
                ? client.redirection().redirectUris().stream().findFirst().orElse("")
                : uri;
        return Objects.requireNonNullElse(URI.create(from).getHost(), from);
    }
}
