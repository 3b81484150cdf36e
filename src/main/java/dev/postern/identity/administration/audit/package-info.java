/** The audit trail as administrators and auditors read it. */
@NullMarked
package dev.postern.identity.administration.audit;

import org.jspecify.annotations.NullMarked;
