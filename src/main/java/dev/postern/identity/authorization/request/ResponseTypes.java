package dev.postern.identity.authorization.request;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The response types that this server answers at all; each client must be registered for its own besides. */
@Service
public class ResponseTypes {

    private final Set<ResponseType> enabled;

    @Inject
    public ResponseTypes(Settings settings) {
        Set<ResponseType> types = EnumSet.of(ResponseType.CODE);
        for (String name : settings.get(RequestSettings.RESPONSE_TYPES)) {
            types.add(ResponseType.named(name)
                    .orElseThrow(() -> new IllegalStateException("setting " + RequestSettings.RESPONSE_TYPES.key()
                            + " knows code, id_token and id_token token")));
        }
        this.enabled = Collections.unmodifiableSet(types);
    }

    /** In the order of the enum. */
    public Set<ResponseType> enabled() {
        return enabled;
    }
}
