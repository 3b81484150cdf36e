package dev.postern.identity.console.setting;

import dev.postern.identity.administration.setting.SettingReading;
import dev.postern.identity.console.frame.Frame;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Settings;
import dev.postern.platform.source.EffectiveSetting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The settings that count, with where each comes from: {@code /console/settings?q=…&set=true}. */
@Named
@RequestScoped
public class SettingList {

    @Inject
    SettingReading settings;

    @Inject
    CryptoProvider crypto;

    @Inject
    Frame frame;

    private List<Row> rows = List.of();

    /** A line of the table. @param set whether somebody has set it */
    public record Row(String key, String environment, String value, String source, boolean set) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        rows = settings.list(frame.by(), getWanted()).stream()
                .map(SettingList::row)
                .filter(row -> row.set() || !isOnlySet())
                .toList();
    }

    private static Row row(EffectiveSetting setting) {
        return new Row(
                setting.key(),
                Settings.environmentName(setting.key()),
                setting.shown(),
                setting.source(),
                !setting.source().equals(EffectiveSetting.DEFAULT));
    }

    public List<Row> getRows() {
        return rows;
    }

    /** What is looked for. */
    public String getWanted() {
        return frame.parameter("q").strip();
    }

    /** Whether those are left out that nobody has set. */
    public boolean isOnlySet() {
        return frame.parameter("set").equals("true");
    }

    /** Who computes signatures on this node. */
    public String getSignatureProvider() {
        return crypto.name();
    }
}
