/** The runnable jar's own classes: settings, checks before the start, and the start of Payara Micro. Not in the WAR. */
@NullMarked
package dev.postern.launcher;

import org.jspecify.annotations.NullMarked;
