package dev.postern.identity.adminapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole table of the admin API, and which operation a request means. */
final class Operations {

    static final List<Operation> ALL = Stream.<Operation[]>of(
                    ClientOperation.values(),
                    RegistrationTokenOperation.values(),
                    UserOperation.values(),
                    CatalogOperation.values(),
                    GrantOperation.values(),
                    KeyOperation.values(),
                    AuditOperation.values(),
                    ReportOperation.values(),
                    ConfigurationOperation.values(),
                    SettingOperation.values(),
                    OverviewOperation.values())
            .flatMap(Stream::of)
            .toList();

    private Operations() {}

    /** An operation with the values of the parameters of its path. */
    record Match(Operation operation, Map<String, String> parameters) {}

    /** @param path below the API's root, beginning with a slash, undecoded */
    static Optional<Match> find(String method, String path) {
        return ALL.stream()
                .filter(operation -> operation.shape().method().equals(method))
                .flatMap(operation ->
                        parameters(operation.shape().path(), path)
                                .map(parameters -> new Match(operation, parameters))
                                .stream())
                .findFirst();
    }

    /** The methods that a path knows; none: there is no such path. */
    static Set<String> methods(String path) {
        Set<String> methods = new LinkedHashSet<>();
        ALL.stream()
                .filter(operation -> parameters(operation.shape().path(), path).isPresent())
                .forEach(operation -> methods.add(operation.shape().method()));
        return methods;
    }

    private static Optional<Map<String, String>> parameters(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                Optional<String> id = PathIds.read(given[i]);
                if (id.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), id.get());
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
