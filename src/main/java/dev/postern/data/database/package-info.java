/** B12 Relational Database: clients, users, consents, grants, keys, audit rows and the application's own records. */
@NullMarked
package dev.postern.data.database;

import org.jspecify.annotations.NullMarked;
