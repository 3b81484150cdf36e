/** Deletes what has expired: grants, revocations, refresh token families and one-time links. Audit rows are never deleted here. */
@NullMarked
package dev.postern.identity.housekeeping;

import org.jspecify.annotations.NullMarked;
