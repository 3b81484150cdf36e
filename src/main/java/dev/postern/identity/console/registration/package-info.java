/** Screens of initial access tokens, with which programs register clients: RFC 7591 section 1.2. */
@NullMarked
package dev.postern.identity.console.registration;

import org.jspecify.annotations.NullMarked;
