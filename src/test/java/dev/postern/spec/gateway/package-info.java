/** The gateway, from outside: forwarding, forward-auth, and nginx in front. */
package dev.postern.spec.gateway;
