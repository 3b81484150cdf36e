/** B13 Refresh Token Store: families, rotation and reuse (RFC 9700 section 4.14.2). */
@NullMarked
package dev.postern.data.refreshtoken;

import org.jspecify.annotations.NullMarked;
