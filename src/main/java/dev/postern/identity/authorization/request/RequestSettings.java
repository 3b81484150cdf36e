package dev.postern.identity.authorization.request;

import dev.postern.platform.Setting;
import java.util.List;

/** Settings of the requests that browsers bring. */
public final class RequestSettings {

    public static final Setting<Integer> MAX_SIZE = Setting.count(
            "postern.authorization.max-request-size",
            16_384,
            "Bytes of an authorization request, a logout request or a form of the login pages at most.");

    public static final Setting<List<String>> RESPONSE_TYPES = Setting.list(
            "postern.authorization.response-types",
            "code",
            "Response types besides code that clients may be registered for: id_token, id_token token. They bring tokens into"
                    + " browsers' addresses; OAuth 2.1 has done away with them.");

    private RequestSettings() {}
}
