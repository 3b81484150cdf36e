/** The Resource Server API, from outside. */
package dev.postern.spec.api;
