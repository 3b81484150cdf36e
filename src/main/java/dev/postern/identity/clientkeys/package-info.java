/** The public keys that clients sign with, registered inline or fetched from where they publish them. */
@NullMarked
package dev.postern.identity.clientkeys;

import org.jspecify.annotations.NullMarked;
