/** Authorization codes, and those of devices, between the authorization server that issues them (B5) and the token service that redeems them (B7). */
@NullMarked
package dev.postern.identity.code;

import org.jspecify.annotations.NullMarked;
