/** Black-box tests over HTTP, one folder per specification: every rule, and what happens when it is broken. */
package dev.postern.spec;
