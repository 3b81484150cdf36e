/** The real server as a child process, with the real parts around it, for tests that talk to it as anybody would. */
package dev.postern.testserver;
