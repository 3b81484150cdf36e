/** Reports: charts with the tables behind them. */
@NullMarked
package dev.postern.identity.console.report;

import org.jspecify.annotations.NullMarked;
