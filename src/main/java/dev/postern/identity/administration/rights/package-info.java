/** Who administers, and what they may do. */
@NullMarked
package dev.postern.identity.administration.rights;

import org.jspecify.annotations.NullMarked;
