/**
 * B6, the Consent Screen, with the login screen and the other people's screens of the authorization server.
 *
 * <p>Read-only: every form here posts to {@code identity.authorization}, which also answers {@link
 * dev.postern.identity.consent.Interactions}, all that a screen may know.
 */
@NullMarked
package dev.postern.identity.consent;

import org.jspecify.annotations.NullMarked;
