/** What administrators may do, one model for console, admin API and files: a package for each kind of object, each change with its rules,
 * its conflict and its audit event. */
@NullMarked
package dev.postern.identity.administration;

import org.jspecify.annotations.NullMarked;
