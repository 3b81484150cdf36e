package dev.postern.identity.administration.change;

import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.rights.Access;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.administration.rights.Right;
import dev.postern.identity.rule.Rule;

/** The first line of every operation: may they? */
public final class Guard {

    private Guard() {}

    /** @throws AdministrationRefused if they may not look at the area */
    public static void mayRead(Administrator who, Area area) {
        require(who, new Right(area, Access.READ));
    }

    /** @throws AdministrationRefused if they may not change the area */
    public static void mayWrite(Administrator who, Area area) {
        require(who, new Right(area, Access.WRITE));
    }

    private static void require(Administrator who, Right right) {
        if (!who.may(right)) {
            throw AdministrationRefused.because(Reason.FORBIDDEN, Rule.RIGHT_NEEDED, right.narrow());
        }
    }
}
