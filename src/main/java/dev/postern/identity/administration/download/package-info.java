/** Lists as files, streamed: CSV and JSON Lines. */
@NullMarked
package dev.postern.identity.administration.download;

import org.jspecify.annotations.NullMarked;
