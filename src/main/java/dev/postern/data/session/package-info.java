/** B10 Session Cache: short-lived session and state data, in this process (Caffeine) or in Redis. */
@NullMarked
package dev.postern.data.session;

import org.jspecify.annotations.NullMarked;
