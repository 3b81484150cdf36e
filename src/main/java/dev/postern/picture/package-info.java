/**
 * The picture itself: one table of boxes, hops and legend that the page, the hop trace and the tests share.
 *
 * <p>{@link dev.postern.picture.Box} and {@link dev.postern.picture.Hop} are that table, in English, letter for letter.
 */
@NullMarked
package dev.postern.picture;

import org.jspecify.annotations.NullMarked;
