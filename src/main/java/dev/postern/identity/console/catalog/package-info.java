/** Screens of scopes and of the resource servers that have them. */
@NullMarked
package dev.postern.identity.console.catalog;

import org.jspecify.annotations.NullMarked;
