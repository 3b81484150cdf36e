/** What a start brings into the database: the set-up file, built-in objects, demo content and the first administrator's link. */
@NullMarked
package dev.postern.identity.setup;

import org.jspecify.annotations.NullMarked;
