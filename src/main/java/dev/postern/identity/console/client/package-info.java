/** Screens of clients and of the tokens with which programs register them. */
@NullMarked
package dev.postern.identity.console.client;

import org.jspecify.annotations.NullMarked;
