/** The server's signing keys: making, sealing, rotating and publishing them, and everything that is signed with them. */
@NullMarked
package dev.postern.identity.keys;

import org.jspecify.annotations.NullMarked;
