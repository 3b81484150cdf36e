package dev.postern.identity.setup;

import dev.postern.identity.registration.KnownNames;
import dev.postern.platform.BuiltInClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Reads set-up files in tests as a server would on which only the built-in objects exist. */
final class SetupFiles {

    static final Map<String, String> ENVIRONMENT =
            Map.of("SHOP_SECRET", "shop-secret-from-the-environment-0001", "ALICE_PASSWORD", "copper lantern at noon");

    private SetupFiles() {}

    static SetupFile read(String text) {
        return read("test.yaml", text);
    }

    static SetupFile read(String fileName, String text) {
        return read(fileName, text, Path.of("."));
    }

    static SetupFile read(String fileName, String text, Path folder) {
        KnownNames builtIn = new KnownNames(
                scope -> scope.startsWith("notes.") || BuiltInClients.ADMIN_SCOPES.contains(scope),
                Set.of("https://id.example/api")::contains);
        Surroundings around = new Surroundings(
                Secrets.around(ENVIRONMENT::get, folder), builtIn, "postern-api"::equals, "has-secret"::equals);
        FileText file = FileText.of(fileName, text);
        SetupFileReader.judge(file, around);
        SetupFile read = new SetupFile(file.owner());
        SetupFileReader.tell(file, around, read);
        return read;
    }
}
