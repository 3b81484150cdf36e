/** The authorization request: parsed once, then checked by one visible list, and how it can be refused. */
@NullMarked
package dev.postern.identity.authorization.request;

import org.jspecify.annotations.NullMarked;
