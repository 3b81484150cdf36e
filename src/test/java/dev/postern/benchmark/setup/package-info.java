/** What is measured: the parts of production, each a process of its own. */
package dev.postern.benchmark.setup;
