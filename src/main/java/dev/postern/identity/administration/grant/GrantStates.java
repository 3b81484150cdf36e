package dev.postern.identity.administration.grant;

import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Grant;
import dev.postern.data.database.GrantRegister.FoundGrant;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.data.database.UserRegister.Person;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What grants are good for, which their users and clients have a say in: each asked for once, however many grants there are. */
@Service
class GrantStates {

    private final UserRegister users;
    private final ClientRegister clients;
    private final Clock clock;

    @Inject
    GrantStates(UserRegister users, ClientRegister clients, Clock clock) {
        this.users = users;
        this.clients = clients;
        this.clock = clock;
    }

    boolean isUser(String subject) {
        return users.find(subject).isPresent();
    }

    ListedGrant of(FoundGrant found) {
        return of(List.of(found)).get(0);
    }

    List<ListedGrant> of(List<FoundGrant> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Person> people =
                users.people(found.stream().map(one -> one.grant().subject()).toList());
        Map<String, Boolean> enabled =
                clients.among(found.stream().map(one -> one.grant().clientId()).collect(Collectors.toSet())).stream()
                        .map(RegisteredClient::client)
                        .collect(Collectors.toMap(client -> client.id(), client -> client.isEnabled()));
        return found.stream()
                .map(one -> {
                    Grant grant = one.grant();
                    Optional<Person> person = Optional.ofNullable(people.get(grant.subject()));
                    return new ListedGrant(
                            one,
                            person.map(Person::username).orElse(grant.subject()),
                            state(one, person, enabled.get(grant.clientId())));
                })
                .toList();
    }

    /** @param client whether it is enabled, null if it is gone */
    private GrantState state(FoundGrant found, Optional<Person> person, @Nullable Boolean client) {
        if (found.revokedAt().isPresent()) {
            return GrantState.REVOKED;
        }
        if (!clock.instant().isBefore(found.grant().expiresAt())) {
            return GrantState.EXPIRED;
        }
        if (client == null) {
            return GrantState.CLIENT_REMOVED;
        }
        if (!client) {
            return GrantState.CLIENT_DISABLED;
        }
        boolean isOfUser = found.grant().subject().startsWith(User.SUBJECT_PREFIX);
        return isOfUser && person.filter(Person::enabled).isEmpty() ? GrantState.USER_DISABLED : GrantState.ACTIVE;
    }
}
