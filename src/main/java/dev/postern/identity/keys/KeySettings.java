package dev.postern.identity.keys;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the signing keys and their rotation. */
public final class KeySettings {

    public static final Setting<Duration> ACTIVE_FOR = Setting.duration(
            "postern.keys.active-for", "90d", "How long a key signs before the next one takes its place.");

    public static final Setting<Duration> PUBLISHED_AHEAD = Setting.duration(
            "postern.keys.published-ahead",
            "24h",
            "How long a next key is published at least before a scheduled rotation lets it sign.");

    public static final Setting<Duration> RETIRED_FOR = Setting.duration(
            "postern.keys.retired-for",
            "30d",
            "How long a retired key is still published and believed; never less than the longest life of an access token.");

    public static final Setting<Duration> DOCUMENT_MAX_AGE = Setting.duration(
            "postern.keys.document-max-age", "5m", "How long others may keep the key set (Cache-Control max-age).");

    private KeySettings() {}
}
