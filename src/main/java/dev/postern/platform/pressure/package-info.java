/** What is refused, and in which order, when more requests come than the server can answer: docs/adr/0082-load-gate.md. */
@NullMarked
package dev.postern.platform.pressure;

import org.jspecify.annotations.NullMarked;
