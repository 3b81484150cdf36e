/** Scopes and the resource servers that they belong to, as administrators manage them. */
@NullMarked
package dev.postern.identity.administration.catalog;

import org.jspecify.annotations.NullMarked;
