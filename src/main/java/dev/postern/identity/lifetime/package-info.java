/** How long what several boxes go by lasts. */
@NullMarked
package dev.postern.identity.lifetime;

import org.jspecify.annotations.NullMarked;
