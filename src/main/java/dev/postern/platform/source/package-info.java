/** Where settings come from, in which order; the launcher, which stands before the application, shares it. */
@NullMarked
package dev.postern.platform.source;

import org.jspecify.annotations.NullMarked;
