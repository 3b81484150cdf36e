/** How it is measured: processor time, memory, allocation, the drained queue. */
package dev.postern.benchmark.measure;
