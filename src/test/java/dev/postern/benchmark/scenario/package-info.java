/** What the virtual users do. */
package dev.postern.benchmark.scenario;
