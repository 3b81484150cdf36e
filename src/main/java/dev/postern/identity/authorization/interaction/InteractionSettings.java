package dev.postern.identity.authorization.interaction;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of pending interactions. */
public final class InteractionSettings {

    public static final Setting<Duration> LIFETIME = Setting.duration(
            "postern.interaction.lifetime",
            "15m",
            "How long login and consent of one authorization request may take together.");

    private InteractionSettings() {}
}
