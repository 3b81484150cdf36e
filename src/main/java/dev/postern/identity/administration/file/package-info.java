/** Configuration files as administrators plan, apply and export them while the server runs. */
@NullMarked
package dev.postern.identity.administration.file;

import org.jspecify.annotations.NullMarked;
