/** Stores in memory that keep the contracts of the data zone, for unit tests. */
package dev.postern.testing.fakes;
