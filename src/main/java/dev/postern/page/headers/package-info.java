/** The headers that every answer carries so that browsers keep its pages safe. */
@NullMarked
package dev.postern.page.headers;

import org.jspecify.annotations.NullMarked;
