/** The documents by which clients find their way: server metadata and the key set. */
@NullMarked
package dev.postern.identity.metadata;

import org.jspecify.annotations.NullMarked;
