/** The administrators' console over HTTP: who gets in, what a form must bring, what ends a session. */
package dev.postern.spec.console;
