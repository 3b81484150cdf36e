/** How people's passwords are hashed and checked: Argon2id, bounded to the processor's cores. */
@NullMarked
package dev.postern.identity.password;

import org.jspecify.annotations.NullMarked;
