/** Tells applications that a session of theirs has ended: OpenID Connect Back-Channel Logout 1.0. */
@NullMarked
package dev.postern.identity.backchannel;

import org.jspecify.annotations.NullMarked;
