/** Two nodes behind a real nginx, with PostgreSQL, Redis and ActiveMQ: no request needs the node that served the one before. */
@NullMarked
package dev.postern.cluster;

import org.jspecify.annotations.NullMarked;
