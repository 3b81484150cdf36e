package dev.postern.identity.metadata;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the metadata documents. */
public final class MetadataSettings {

    public static final Setting<Duration> MAX_AGE = Setting.duration(
            "postern.metadata.max-age",
            "5m",
            "How long others may keep the metadata documents (Cache-Control max-age).");

    private MetadataSettings() {}
}
