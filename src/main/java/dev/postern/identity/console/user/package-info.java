/** Screens of users: found, made, changed, given a new password. */
@NullMarked
package dev.postern.identity.console.user;

import org.jspecify.annotations.NullMarked;
