/** How the endpoints that are servlets run: methods, cross-origin requests and failures in one place. */
@NullMarked
package dev.postern.identity.endpoint;

import org.jspecify.annotations.NullMarked;
