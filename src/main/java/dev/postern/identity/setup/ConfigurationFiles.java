package dev.postern.identity.setup;

import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Clients;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.client.Authentication;
import dev.postern.identity.registration.KnownNames;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Configuration files: the one that {@code postern.setup-file} names, applied at every start, and those that administrators plan and apply while
 * the server runs. One format, one reader, one way of applying.
 */
@Service
public class ConfigurationFiles {

    private final Configuration configuration;
    private final ClientRegister register;
    private final Clients clients;
    private final ScopeDefinitions scopes;
    private final ResourceServers resourceServers;
    private final Issuer issuer;
    private final String setting;

    @Inject
    ConfigurationFiles(
            Configuration configuration,
            ClientRegister register,
            Clients clients,
            ScopeDefinitions scopes,
            ResourceServers resourceServers,
            Issuer issuer,
            Settings settings) {
        this.configuration = configuration;
        this.register = register;
        this.clients = clients;
        this.scopes = scopes;
        this.resourceServers = resourceServers;
        this.issuer = issuer;
        this.setting = settings.get(SetupSettings.SETUP_FILE);
    }

    /** Applies the file of the setting. Empty if there is none. @throws SetupRefused if anything is wrong; nothing is changed then */
    Optional<Plan> applyAtStart() {
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(setting).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new SetupRefused(
                    "set-up file " + path + " cannot be read: correct postern.setup-file or its permissions");
        }
        FileText file = FileText.of(String.valueOf(path.getFileName()), path);
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        Secrets secrets = Secrets.around(System::getenv, folder);
        return Optional.of(judgedAndDone(file, secrets, Order.atStart(file.owner())));
    }

    /**
     * Plans or applies a file that somebody sent, in which secrets stand in clear: no variable and no file of this server is read for it.
     *
     * @throws SetupRefused if anything is wrong; nothing is changed then
     */
    public Plan run(FileText file, String by, boolean applies, boolean prunes) {
        return judgedAndDone(file, Secrets.IN_CLEAR_ONLY, new Order(file.owner(), by, applies, prunes));
    }

    private Plan judgedAndDone(FileText file, Secrets secrets, Order order) {
        SetupFileReader.judge(file, around(file.owner(), secrets));
        return configuration.bringAbout(file, around(file.owner(), secrets), order);
    }

    private Surroundings around(String owner, Secrets secrets) {
        return new Surroundings(
                secrets,
                new KnownNames(
                        of(scopes::ownerOf, owner),
                        of(resourceServers::ownerOf, owner).or(issuer.value()::equals)),
                of(clients::ownerOf, owner),
                this::hasSecret);
    }

    private static Predicate<String> of(Function<String, Optional<String>> ownerOf, String owner) {
        return Surroundings.remembered(
                id -> ownerOf.apply(id).filter(other -> !other.equals(owner)).isPresent());
    }

    private boolean hasSecret(String clientId) {
        return register.find(clientId)
                .map(found -> found.client().authentication())
                .filter(Authentication::hasSecret)
                .isPresent();
    }
}
