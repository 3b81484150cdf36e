package dev.postern.identity.administration.file;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.rule.Rule;
import dev.postern.identity.setup.ConfigurationFiles;
import dev.postern.identity.setup.FileText;
import dev.postern.identity.setup.Plan;
import dev.postern.identity.setup.SetupRefused;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Files, planned and applied. Who applies one could make an administrator by it, so that it takes the right to change everything. */
@Service
public class FileAdministration {

    private final ConfigurationFiles files;
    private final Freshness freshness;

    @Inject
    public FileAdministration(ConfigurationFiles files, Freshness freshness) {
        this.files = files;
        this.freshness = freshness;
    }

    /** What applying the file would change. */
    public Plan plan(Administrator by, FileText file, boolean prunes) {
        Guard.mayRead(by, Area.CONFIGURATION);
        return run(by, file, false, prunes);
    }

    /** Applies the file, wholly or not at all. @return what was changed */
    public Plan apply(Administrator by, FileText file, boolean prunes) {
        Guard.mayWrite(by, Area.CONFIGURATION);
        freshness.require(by);
        if (!by.mayAppoint()) {
            throw AdministrationRefused.because(Reason.FORBIDDEN, Rule.FILES_NEED_ALL);
        }
        return run(by, file, true, prunes);
    }

    private Plan run(Administrator by, FileText file, boolean applies, boolean prunes) {
        try {
            return files.run(file, by.name(), applies, prunes);
        } catch (SetupRefused refused) {
            throw AdministrationRefused.invalid("file", Rule.FILE_MISTAKES, refused);
        }
    }
}
