package dev.postern.identity.setup;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of what a start brings into the database. */
public final class SetupSettings {

    public static final Setting<String> SETUP_FILE = Setting.text(
            "postern.setup-file",
            "",
            "The set-up file (YAML, or JSON where its name ends so), applied at every start; empty: none.");

    public static final Setting<Duration> FIRST_ADMIN_LINK_LIFETIME = Setting.duration(
            "postern.first-admin.link-lifetime",
            "24h",
            "Life of the one-time link by which the first administrator is made.");

    public static final Setting<String> RESET_PASSWORD = Setting.text(
            "postern.reset-password",
            "",
            "Name of a user who gets a new random password at this start, printed once; empty: nobody.");

    private SetupSettings() {}
}
