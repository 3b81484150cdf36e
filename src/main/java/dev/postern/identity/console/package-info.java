/** Pages for administrators and auditors. */
@NullMarked
package dev.postern.identity.console;

import org.jspecify.annotations.NullMarked;
