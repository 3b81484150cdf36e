/** How the system is: its boxes and the figures to watch. */
@NullMarked
package dev.postern.identity.administration.overview;

import org.jspecify.annotations.NullMarked;
