package dev.postern.identity.setup;

import dev.postern.data.database.Clients;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.identity.registration.KnownNames;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The set-up file that {@code postern.setup-file} names, read against what other owners have in the database. */
@Service
class SetupFileSource {

    private final Clients clients;
    private final ScopeDefinitions scopes;
    private final ResourceServers resourceServers;
    private final Issuer issuer;
    private final String setting;

    @Inject
    SetupFileSource(
            Clients clients,
            ScopeDefinitions scopes,
            ResourceServers resourceServers,
            Issuer issuer,
            Settings settings) {
        this.clients = clients;
        this.scopes = scopes;
        this.resourceServers = resourceServers;
        this.issuer = issuer;
        this.setting = settings.get(SetupSettings.SETUP_FILE);
    }

    /** Empty if no file is set. @throws SetupRefused if it cannot be read or anything in it is wrong */
    Optional<SetupFile> read() {
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(setting).toAbsolutePath();
        String name = String.valueOf(file.getFileName());
        String owner = "file:" + name;
        KnownNames others = new KnownNames(
                of(scopes::ownerOf, owner), of(resourceServers::ownerOf, owner).or(issuer.value()::equals));
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return Optional.of(SetupFileReader.read(
                name, text(file), new Secrets(System::getenv, folder), others, of(clients::ownerOf, owner)));
    }

    private static Predicate<String> of(Function<String, Optional<String>> ownerOf, String owner) {
        return id -> ownerOf.apply(id).filter(other -> !other.equals(owner)).isPresent();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new SetupRefused("set-up file " + file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new SetupRefused(
                    "set-up file " + file + " cannot be read: correct postern.setup-file or its permissions");
        }
    }
}
