/** Screens of sessions: found and ended. */
@NullMarked
package dev.postern.identity.console.session;

import org.jspecify.annotations.NullMarked;
