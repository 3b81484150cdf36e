package dev.postern.identity.account;

import java.time.Instant;

/**
 * A sign-in of a person that can still last.
 *
 * @param device the browser as people call it, empty if it is unknown
 * @param network roughly from where: the address without its end
 * @param here whether it is the one that looks
 * @param inUse false: it has idled away
 * @param formToken what the form that ends it must carry
 */
record OwnSession(
        String id, Instant since, String device, String network, boolean here, boolean inUse, String formToken) {}
