/** The administrators' console in a real Chromium. */
package dev.postern.browser.console;
