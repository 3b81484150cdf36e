/** What every page shares: words in the reader's language, escaping, the shell around a page, the error page, assets. */
@NullMarked
package dev.postern.page;

import org.jspecify.annotations.NullMarked;
