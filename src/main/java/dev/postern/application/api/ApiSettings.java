package dev.postern.application.api;

import dev.postern.platform.Setting;

/** Settings of the Resource Server API. */
public final class ApiSettings {

    public static final Setting<Integer> NOTE_LENGTH =
            Setting.count("postern.api.note-length", 4_000, "Longest note, in characters.");

    public static final Setting<Integer> NOTES_PER_USER =
            Setting.count("postern.api.notes-per-user", 200, "Most notes that a user may keep.");

    private ApiSettings() {}
}
