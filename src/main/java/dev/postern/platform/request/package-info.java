/** What happens to every request before an endpoint sees it: its identity, its address, its log lines, and what is refused outright. */
@NullMarked
package dev.postern.platform.request;

import org.jspecify.annotations.NullMarked;
