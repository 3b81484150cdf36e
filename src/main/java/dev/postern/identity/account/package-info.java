/**
 * A person's own page: what they have allowed which application, and taking it back.
 *
 * <p>Read it forward: {@link dev.postern.identity.account.AccountEndpoint}, {@link dev.postern.identity.account.Visitors}, {@link
 * dev.postern.identity.account.AccountPage}, {@link dev.postern.identity.account.Withdrawals}.
 */
@NullMarked
package dev.postern.identity.account;

import org.jspecify.annotations.NullMarked;
