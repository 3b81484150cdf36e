/** The audit trail and the sign-in metrics as administrators and auditors read them. */
@NullMarked
package dev.postern.identity.administration.audit;

import org.jspecify.annotations.NullMarked;
