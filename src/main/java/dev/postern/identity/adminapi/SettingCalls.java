package dev.postern.identity.adminapi;

import dev.postern.identity.administration.setting.SettingReading;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Settings over HTTP. */
@Service
class SettingCalls {

    private final SettingReading settings;

    @Inject
    SettingCalls(SettingReading settings) {
        this.settings = settings;
    }

    Answer run(SettingOperation operation, Call call) {
        return switch (operation) {
            case LIST_SETTINGS -> Lists.of(settings.list(call.by(), call.text("q")), SettingReading::view);
        };
    }
}
