package dev.postern.identity.setup;

import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.ScopeMetadata;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The names that a file makes, wherever it does, so that its entries may refer to one another in any order. */
final class FileNames {

    private final Set<String> scopes = new HashSet<>(ScopeMetadata.BUILT_IN);
    private final Set<String> resources = new HashSet<>();
    private final Set<String> clients = new HashSet<>();
    private final Surroundings around;

    private FileNames(Surroundings around) {
        this.around = around;
    }

    static FileNames of(FileText file, Findings findings, Surroundings around) {
        FileNames names = new FileNames(around);
        DocumentReader.read(file, findings, names::note);
        return names;
    }

    private void note(Entry entry) {
        switch (entry.section()) {
            case "scopes" -> scopes.add(entry.value().path("name").asText());
            case "resource-servers" ->
                resources.add(entry.value().path("identifier").asText());
            case "clients" -> clients.add(entry.value().path("client_id").asText());
            default -> {
                // nothing refers to the others
            }
        }
    }

    KnownNames known() {
        Predicate<String> scope = scopes::contains;
        Predicate<String> resource = resources::contains;
        return new KnownNames(
                scope.or(around.existing().scope()),
                resource.or(around.existing().resource()));
    }

    Predicate<String> client() {
        Predicate<String> client = clients::contains;
        return client.or(around.existingClient());
    }
}
