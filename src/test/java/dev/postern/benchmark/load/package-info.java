/** The load generator: virtual users over plain sockets, each answer checked. */
package dev.postern.benchmark.load;
