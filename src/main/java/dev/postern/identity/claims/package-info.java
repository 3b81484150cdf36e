/** What tokens and userinfo say about a person: which claims a scope releases, their values, and how sure we are of the person. */
@NullMarked
package dev.postern.identity.claims;

import org.jspecify.annotations.NullMarked;
