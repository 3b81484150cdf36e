package dev.postern.identity.authorization.requestobject;

import dev.postern.identity.clientkeys.UsableKeys;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Which request objects this server takes at all. */
@Service
public class RequestObjectSupport {

    static final String NONE = "none";

    private final boolean byReference;
    private final List<String> algorithms;

    @Inject
    public RequestObjectSupport(Settings settings) {
        this.byReference = settings.get(RequestObjectSettings.BY_REFERENCE);
        Stream<String> unsigned = settings.get(RequestObjectSettings.UNSIGNED) ? Stream.of(NONE) : Stream.empty();
        this.algorithms =
                Stream.concat(UsableKeys.ALGORITHMS.stream(), unsigned).toList();
    }

    public boolean byReference() {
        return byReference;
    }

    /** {@code request_object_signing_alg_values_supported}. */
    public List<String> algorithms() {
        return algorithms;
    }
}
