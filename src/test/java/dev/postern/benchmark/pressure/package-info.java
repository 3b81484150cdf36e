/** What happens when more is asked than the server can answer. */
package dev.postern.benchmark.pressure;
