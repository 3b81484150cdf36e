/** The console's first page. */
@NullMarked
package dev.postern.identity.console.overview;

import org.jspecify.annotations.NullMarked;
