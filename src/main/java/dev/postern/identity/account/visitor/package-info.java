/** Who looks at their own pages, and whether a form comes from one. */
@NullMarked
package dev.postern.identity.account.visitor;

import org.jspecify.annotations.NullMarked;
