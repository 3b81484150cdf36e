/** What nobody has answered: unmatched routes, unreadable requests, stores that are away, mistakes of ours. */
@NullMarked
package dev.postern.identity.failure;

import org.jspecify.annotations.NullMarked;
