package dev.postern.identity.authorization.requestobject;

import dev.postern.platform.Setting;

/** Settings of request objects. */
public final class RequestObjectSettings {

    public static final Setting<Boolean> BY_REFERENCE = Setting.flag(
            "postern.request-object.by-reference",
            false,
            "Whether clients may send a request_uri that they have registered; it is fetched from there.");

    public static final Setting<Boolean> UNSIGNED = Setting.flag(
            "postern.request-object.unsigned",
            false,
            "Whether request objects without a signature (alg none) are taken from clients that registered no algorithm, or none.");

    private RequestObjectSettings() {}
}
