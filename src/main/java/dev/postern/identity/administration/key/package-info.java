/** Signing keys as administrators see and rotate them. */
@NullMarked
package dev.postern.identity.administration.key;

import org.jspecify.annotations.NullMarked;
