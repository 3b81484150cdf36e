/** The audit trail: searched, read and downloaded. */
@NullMarked
package dev.postern.identity.console.audit;

import org.jspecify.annotations.NullMarked;
