/** How the JSON endpoints of the Identity zone read requests and answer, failures of every kind included. */
@NullMarked
package dev.postern.identity.http;

import org.jspecify.annotations.NullMarked;
