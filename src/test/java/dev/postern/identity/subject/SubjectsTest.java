package dev.postern.identity.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.Identity;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.SubjectType;
import dev.postern.platform.MasterKeys;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core section 8.1. */
class SubjectsTest {

    private static final byte[] FIRST = new byte[32];
    private static final byte[] SECOND = filled();

    private final Subjects subjects = new Subjects(new MasterKeys(Map.of(1, FIRST)));

    private static byte[] filled() {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) 1);
        return key;
    }

    private static Client client(String id, SubjectType type, String sector, String redirectUri) {
        Client blank = Client.blank(id);
        return new Client(
                id,
                blank.presentation(),
                new Redirection(blank.redirection().applicationType(), Set.of(redirectUri), Set.of()),
                blank.authentication(),
                blank.keys(),
                blank.access(),
                blank.requests(),
                new Identity(type, sector, "RS256", ""),
                blank.refresh(),
                blank.logout(),
                blank.registration());
    }

    private static Client pairwise(String id, String sector, String redirectUri) {
        return client(id, SubjectType.PAIRWISE, sector, redirectUri);
    }

    @Test
    void a_public_client_sees_the_subject_itself() {
        assertThat(subjects.shown(client("a", SubjectType.PUBLIC, "", "https://one.test/"), "usr_1"))
                .isEqualTo("usr_1");
    }

    @Test
    void a_pairwise_one_differs_by_person_and_by_sector_and_stays() {
        Client one = pairwise("a", "", "https://one.test/callback");
        String shown = subjects.shown(one, "usr_1");

        assertThat(shown).startsWith("usr_").hasSize(47).isEqualTo(subjects.shown(one, "usr_1"));
        assertThat(subjects.shown(one, "usr_2")).isNotEqualTo(shown);
        assertThat(subjects.shown(pairwise("b", "", "https://two.test/callback"), "usr_1"))
                .isNotEqualTo(shown);
    }

    @Test
    void clients_of_one_sector_see_the_same() {
        String shown = subjects.shown(pairwise("a", "", "https://one.test/callback"), "usr_1");

        assertThat(subjects.shown(pairwise("b", "", "https://one.test/other"), "usr_1"))
                .isEqualTo(shown);
        assertThat(subjects.shown(pairwise("c", "https://one.test/sector.json", "https://three.test/"), "usr_1"))
                .isEqualTo(shown);
    }

    @Test
    void a_new_master_key_changes_nobodys_subject() {
        Client one = pairwise("a", "", "https://one.test/callback");
        Subjects later = new Subjects(new MasterKeys(Map.of(1, FIRST, 2, SECOND)));

        assertThat(later.shown(one, "usr_1")).isEqualTo(subjects.shown(one, "usr_1"));
        assertThat(new Subjects(new MasterKeys(Map.of(2, SECOND))).shown(one, "usr_1"))
                .isNotEqualTo(subjects.shown(one, "usr_1"));
    }

    @Test
    void the_client_itself_stays_itself() {
        assertThat(subjects.shown(pairwise("a", "", "https://one.test/"), "a")).isEqualTo("a");
    }
}
