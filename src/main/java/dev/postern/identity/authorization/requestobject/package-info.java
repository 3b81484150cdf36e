/** Authorization requests as JWTs, by value and by reference: RFC 9101, OpenID Connect Core section 6. */
@NullMarked
package dev.postern.identity.authorization.requestobject;

import org.jspecify.annotations.NullMarked;
