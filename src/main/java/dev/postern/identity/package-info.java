/** The Identity zone: authorization server (B5), consent screen (B6) and token service (B7), with the whole route table. */
@NullMarked
package dev.postern.identity;

import org.jspecify.annotations.NullMarked;
