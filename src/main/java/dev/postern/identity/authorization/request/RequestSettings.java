package dev.postern.identity.authorization.request;

import dev.postern.platform.Setting;

/** Settings of the requests that browsers bring. */
public final class RequestSettings {

    public static final Setting<Integer> MAX_SIZE = Setting.count(
            "postern.authorization.max-request-size",
            16_384,
            "Bytes of an authorization request, a logout request or a form of the login pages at most.");

    private RequestSettings() {}
}
