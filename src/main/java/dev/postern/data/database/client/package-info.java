/** The parts of a registered client, in groups that change together and are asked for together. */
@NullMarked
package dev.postern.data.database.client;

import org.jspecify.annotations.NullMarked;
