/** Signing keys: their states, their schedule and their rotation. */
@NullMarked
package dev.postern.identity.console.key;

import org.jspecify.annotations.NullMarked;
