package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.User;
import dev.postern.data.queue.Events;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what an owner wants with the database, and brings it about: all of it in one transaction, or nothing. */
@Service
public class Configuration {

    private final Kinds kinds;
    private final Drafts drafts;
    private final ResourceServers servers;
    private final Events events;

    @Inject
    Configuration(Kinds kinds, Drafts drafts, ResourceServers servers, Events events) {
        this.kinds = kinds;
        this.drafts = drafts;
        this.servers = servers;
        this.events = events;
    }

    /** @throws SetupRefused if it would touch what another owner has; nothing is changed then */
    @Transactional
    public Plan bringAbout(Desired desired) {
        Reconciliation run = new Reconciliation(Order.atStart(desired.owner()), events);
        run.want(kinds.scopes, desired.scopes());
        run.want(kinds.resourceServers, desired.resourceServers());
        desired.resourceServers().forEach(this::refuseTakenScopes);
        run.want(kinds.clients, desired.clients());
        run.want(kinds.users, desired.users());
        run.want(kinds.tokens, desired.initialAccessTokens());
        return finished(run);
    }

    /**
     * Plans or applies a file that was judged before.
     *
     * @throws SetupRefused if it would touch what another owner has; nothing is changed then
     */
    @Transactional
    public Plan bringAbout(FileText file, Surroundings around, Order order) {
        Reconciliation run = new Reconciliation(order, events);
        Parts parts = new Parts(run);
        SetupFileReader.tell(file, around, parts);
        parts.flush();
        return finished(run);
    }

    private Plan finished(Reconciliation run) {
        run.leaveOut(kinds.scopes);
        run.leaveOut(kinds.resourceServers);
        run.leaveOut(kinds.clients);
        run.leaveOut(kinds.users);
        run.leaveOut(kinds.tokens);
        return run.plan();
    }

    private void refuseTakenScopes(ResourceServer wanted) {
        for (String scope : wanted.scopes()) {
            Optional<ResourceServer> taken = servers.all().stream()
                    .filter(other -> !other.identifier().equals(wanted.identifier()))
                    .filter(other -> other.scopes().contains(scope))
                    .findFirst();
            if (taken.isPresent()) {
                throw new SetupRefused("scope '" + scope + "' is wanted for " + wanted.identifier()
                        + ", but it belongs to " + taken.get().identifier());
            }
        }
    }

    /** Gathers what a file tells, so that the database is asked and written many objects at a time. */
    private final class Parts implements FileObjects {

        private static final int AT_ONCE = 1_000;

        private final Reconciliation run;
        private final List<Client> clients = new ArrayList<>();
        private final List<ClientDraft> clientDrafts = new ArrayList<>();
        private final List<User> users = new ArrayList<>();

        Parts(Reconciliation run) {
            this.run = run;
        }

        @Override
        public void client(ClientDraft draft) {
            clientDrafts.add(draft);
            if (clientDrafts.size() == AT_ONCE) {
                flushClients();
            }
        }

        @Override
        public void scope(ScopeDefinition scope) {
            run.want(kinds.scopes, List.of(scope));
        }

        @Override
        public void resourceServer(ResourceServer server) {
            run.want(kinds.resourceServers, List.of(server));
            refuseTakenScopes(server);
        }

        @Override
        public void user(UserMetadata.Draft draft) {
            users.add(drafts.user(draft));
            if (users.size() == AT_ONCE) {
                flushUsers();
            }
        }

        @Override
        public void initialAccessToken(InitialAccessToken token) {
            run.want(kinds.tokens, List.of(token));
        }

        void flush() {
            flushClients();
            flushUsers();
        }

        private void flushClients() {
            clients.addAll(drafts.clients(clientDrafts));
            run.want(kinds.clients, List.copyOf(clients));
            clients.clear();
            clientDrafts.clear();
        }

        private void flushUsers() {
            run.want(kinds.users, List.copyOf(users));
            users.clear();
        }
    }
}
