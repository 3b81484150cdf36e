/** How a device without a browser of its own asks for a person's permission: RFC 8628 sections 3.1 and 3.2. */
@NullMarked
package dev.postern.identity.authorization.device;

import org.jspecify.annotations.NullMarked;
