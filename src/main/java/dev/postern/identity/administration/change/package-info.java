/** How a change is refused, how it is told from another one, and how it gets into the audit trail. */
@NullMarked
package dev.postern.identity.administration.change;

import org.jspecify.annotations.NullMarked;
