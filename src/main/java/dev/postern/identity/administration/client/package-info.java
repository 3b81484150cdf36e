/** Clients as administrators manage them. */
@NullMarked
package dev.postern.identity.administration.client;

import org.jspecify.annotations.NullMarked;
