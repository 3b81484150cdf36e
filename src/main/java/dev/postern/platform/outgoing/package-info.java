/** Calls to other parties over HTTP: bounded in number and time, without holding a request thread while they wait. */
@NullMarked
package dev.postern.platform.outgoing;

import org.jspecify.annotations.NullMarked;
