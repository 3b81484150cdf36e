/** What a client, a resource server, a scope and a user may be, whoever registers them: set-up file, console or dynamic registration. */
@NullMarked
package dev.postern.identity.registration;

import org.jspecify.annotations.NullMarked;
