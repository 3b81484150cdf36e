/** The admin API, from outside. */
package dev.postern.spec.administration;
