/** What every box may use: settings, time, chance, JSON, the master key and the context of the current request. */
@NullMarked
package dev.postern.platform;

import org.jspecify.annotations.NullMarked;
