/** What the machine and the application server allow at best: beside these the figures of the server are read. */
package dev.postern.benchmark.floor;
