/** Reports made of the sign-in metrics, as administrators and auditors read them. */
@NullMarked
package dev.postern.identity.administration.report;

import org.jspecify.annotations.NullMarked;
