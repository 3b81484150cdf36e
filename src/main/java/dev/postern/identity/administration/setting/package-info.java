/** The settings of the server as administrators and auditors see them. */
@NullMarked
package dev.postern.identity.administration.setting;

import org.jspecify.annotations.NullMarked;
