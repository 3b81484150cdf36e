/** How answers leave the authorization server: after what they tell of has been made durable. */
@NullMarked
package dev.postern.identity.authorization.departure;

import org.jspecify.annotations.NullMarked;
