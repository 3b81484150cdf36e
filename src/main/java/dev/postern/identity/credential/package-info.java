/** The replacement of people's passwords: by themselves, and by the link that an administrator has had sent. */
@NullMarked
package dev.postern.identity.credential;

import org.jspecify.annotations.NullMarked;
