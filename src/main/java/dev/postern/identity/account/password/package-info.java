/** A person sets another password: on their own page with the old one, or by a link that they were mailed. */
@NullMarked
package dev.postern.identity.account.password;

import org.jspecify.annotations.NullMarked;
