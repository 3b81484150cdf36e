/** How people's passwords are hashed and checked: Argon2id, bounded so that a core is left for the rest. */
@NullMarked
package dev.postern.identity.password;

import org.jspecify.annotations.NullMarked;
