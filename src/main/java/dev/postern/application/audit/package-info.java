/** B9 Audit Log Worker: consumes events from the queue and writes them to the audit trail, each exactly once. */
@NullMarked
package dev.postern.application.audit;

import org.jspecify.annotations.NullMarked;
