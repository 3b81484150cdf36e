/** Screens of grants and of the tokens that were issued under them. */
@NullMarked
package dev.postern.identity.console.grant;

import org.jspecify.annotations.NullMarked;
