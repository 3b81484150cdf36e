package dev.postern.identity.administration.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.User;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.registration.Faults;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.identity.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an administrator wants a user to be, read strictly and judged by the rules that the set-up file follows. */
final class UserJudgement {

    private static final Set<String> FIELDS = Set.of("username", "claims", "roles", "groups", "enabled", "password");
    private static final int LONGEST_GROUP = 255;

    private UserJudgement() {}

    /** @throws AdministrationRefused with every rule that is broken */
    static UserMetadata.Draft judged(ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        StrictFields fields = new StrictFields(document, "", problems);
        fields.onlyHas(FIELDS);
        Set<String> groups = fields.texts(UserView.GROUPS, Set.of());
        UserMetadata.Draft read = UserMetadata.read(fields, fields.text("password"));
        if (read.claims().containsKey(UserView.GROUPS)) {
            fields.refuse("claims/groups", Rule.GROUPS_AS_CLAIM);
        }
        if (groups.stream().anyMatch(group -> group.isBlank() || group.length() > LONGEST_GROUP)) {
            fields.refuse(UserView.GROUPS, Rule.GROUP_NAME, LONGEST_GROUP);
        }
        UserMetadata.Draft draft = withGroups(read, groups);
        new Faults("", problems).add(UserMetadata.check(draft), field -> true);
        refuse(problems);
        return draft;
    }

    private static UserMetadata.Draft withGroups(UserMetadata.Draft read, Set<String> groups) {
        Map<String, Object> claims = new LinkedHashMap<>(read.claims());
        if (!groups.isEmpty()) {
            claims.put(UserView.GROUPS, List.copyOf(groups));
        }
        return new UserMetadata.Draft(
                read.username(), read.password(), Optional.empty(), claims, read.roles(), read.enabled());
    }

    /** Whoever could change an administrator could become one. @throws AdministrationRefused if they may not */
    static void requireMayAppoint(Administrator by, User user) {
        if (!user.roles().isEmpty() && !by.mayAppoint()) {
            throw AdministrationRefused.because(Reason.FORBIDDEN, Rule.APPOINTING_NEEDS_ALL);
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
    }
}
