/** Cross-Origin Resource Sharing: which browser pages may read which endpoints. */
@NullMarked
package dev.postern.identity.cors;

import org.jspecify.annotations.NullMarked;
