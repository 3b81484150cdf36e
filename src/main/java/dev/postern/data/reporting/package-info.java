/** B14 Reporting Store: sign-in metrics for dashboards. */
@NullMarked
package dev.postern.data.reporting;

import org.jspecify.annotations.NullMarked;
