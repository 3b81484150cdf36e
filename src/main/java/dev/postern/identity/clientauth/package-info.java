/** Client authentication at the token, introspection and revocation endpoints: one class per method. */
@NullMarked
package dev.postern.identity.clientauth;

import org.jspecify.annotations.NullMarked;
