/** The benchmark: the production set-up under load, and what it costs. Not part of the tests; see docs/performance.md. */
package dev.postern.benchmark;
