/** Who a person is to a client. */
@NullMarked
package dev.postern.identity.subject;

import org.jspecify.annotations.NullMarked;
