/** Clients that register themselves: RFC 7591, and manage their registration: RFC 7592. */
@NullMarked
package dev.postern.identity.registration.dynamic;

import org.jspecify.annotations.NullMarked;
