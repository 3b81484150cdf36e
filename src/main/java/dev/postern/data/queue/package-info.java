/** B11 Message Queue: events and notifications, durable before the answer that they belong to is visible. */
@NullMarked
package dev.postern.data.queue;

import org.jspecify.annotations.NullMarked;
