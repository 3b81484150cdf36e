/** Whether the server lives, is ready, and what it counts: for load balancers, for people, and for the server's own console. */
@NullMarked
package dev.postern.status;

import org.jspecify.annotations.NullMarked;
