package dev.postern.launcher;

import dev.postern.platform.source.EffectiveSetting;
import dev.postern.platform.source.KnownSettings;
import dev.postern.platform.source.SettingSources;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code settings}: every setting, its value and where that comes from, as a start with the same environment would have them. */
final class ListSettings {

    private final SettingSources sources;
    private final Map<String, String> defaults;

    ListSettings(SettingSources sources, LauncherSettings completed) {
        this.sources = sources;
        this.defaults = new TreeMap<>(KnownSettings.defaults());
        defaults.putAll(completed.published());
    }

    /** One line for each, without what is secret. */
    String text() {
        return defaults.entrySet().stream()
                .map(known -> sources.find(known.getKey())
                        .orElseGet(
                                () -> new EffectiveSetting(known.getKey(), known.getValue(), EffectiveSetting.DEFAULT)))
                .map(EffectiveSetting::toString)
                .collect(Collectors.joining("\n"));
    }
}
