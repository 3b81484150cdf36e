package dev.postern.identity.http;

import dev.postern.platform.Setting;

/** Limits of the endpoints that take forms and answer JSON. */
public final class HttpSettings {

    public static final Setting<Integer> MAX_FORM_BYTES = Setting.count(
            "postern.http.max-form-bytes",
            65_536,
            "Largest form body in bytes that the token, introspection, revocation and userinfo endpoints read.");

    private HttpSettings() {}
}
