/** The ETL that turns audit rows into sign-in metrics (H24). */
@NullMarked
package dev.postern.application.reporting;

import org.jspecify.annotations.NullMarked;
