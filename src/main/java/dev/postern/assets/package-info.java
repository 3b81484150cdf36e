/** Style sheets, images and scripts of all screens, as files under {@code /assets}. */
@NullMarked
package dev.postern.assets;

import org.jspecify.annotations.NullMarked;
