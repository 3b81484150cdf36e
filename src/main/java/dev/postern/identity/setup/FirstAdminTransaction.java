package dev.postern.identity.setup;

import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Where the link is spent and the administrator saved: in one transaction. */
@Service
public class FirstAdminTransaction {

    /** Who may change the user later. */
    private static final String OWNER = "console";

    private final OneTimeLinks links;
    private final Users users;

    @Inject
    public FirstAdminTransaction(OneTimeLinks links, Users users) {
        this.links = links;
        this.users = users;
    }

    /** @return false if another request has spent the link since it was looked at; nothing is saved then */
    @Transactional
    public boolean spendAndSave(String linkHash, User administrator) {
        if (!links.spend(linkHash, FirstAdmin.PURPOSE)) {
            return false;
        }
        users.save(administrator, OWNER);
        return true;
    }
}
