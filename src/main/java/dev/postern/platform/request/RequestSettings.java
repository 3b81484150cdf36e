package dev.postern.platform.request;

import dev.postern.platform.Setting;

/** Settings of what happens to every request. */
public final class RequestSettings {

    public static final Setting<Integer> MAX_URI_LENGTH = Setting.count(
            "postern.request.max-uri-length",
            8192,
            "Longest request URI, query included, in characters; a longer one is answered 414.");

    private RequestSettings() {}
}
