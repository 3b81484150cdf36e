/** The screen of the settings that count. */
@NullMarked
package dev.postern.identity.console.setting;

import org.jspecify.annotations.NullMarked;
