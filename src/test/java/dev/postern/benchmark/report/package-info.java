/** How it is written down. */
package dev.postern.benchmark.report;
