/**
 * A person's own page: where they are signed in, their password, what they have allowed which application, and taking it back.
 *
 * <p>Read it forward: {@link dev.postern.identity.account.AccountEndpoint}, {@link dev.postern.identity.account.visitor.Visitors}, {@link
 * dev.postern.identity.account.AccountPage}, {@link dev.postern.identity.account.Withdrawals}.
 */
@NullMarked
package dev.postern.identity.account;

import org.jspecify.annotations.NullMarked;
