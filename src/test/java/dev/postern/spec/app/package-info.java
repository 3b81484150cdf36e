/** The web app, from outside. */
package dev.postern.spec.app;
