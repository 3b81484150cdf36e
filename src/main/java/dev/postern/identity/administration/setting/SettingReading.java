package dev.postern.identity.administration.setting;

import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.source.EffectiveSetting;
import dev.postern.platform.source.KnownSettings;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every setting with the value that counts and where that comes from. They are changed where they are set, not here. */
@Service
public class SettingReading {

    private final Settings settings;

    @Inject
    public SettingReading(Settings settings) {
        this.settings = settings;
    }

    /** @param wanted a part of the name, of the value as it is shown, or of the source; empty: all */
    public List<EffectiveSetting> list(Administrator by, String wanted) {
        Guard.mayRead(by, Area.SETTINGS);
        String part = wanted.toLowerCase(Locale.ROOT);
        return KnownSettings.defaults().entrySet().stream()
                .map(known -> settings.effective(known.getKey(), known.getValue()))
                .filter(setting -> setting.toString().toLowerCase(Locale.ROOT).contains(part))
                .toList();
    }

    /** Of a secret only that it is set. */
    public static Map<String, Object> view(EffectiveSetting setting) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", setting.key());
        view.put("environment", Settings.environmentName(setting.key()));
        view.put("value", setting.shown());
        view.put("source", setting.source());
        return view;
    }
}
