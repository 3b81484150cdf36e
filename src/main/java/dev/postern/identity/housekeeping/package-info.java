/** Deletes what has expired: grants, revocations, refresh token families, one-time links and idempotency keys. Audit rows are never deleted here. */
@NullMarked
package dev.postern.identity.housekeeping;

import org.jspecify.annotations.NullMarked;
