/** The Data zone: one package per box, each a small public interface and records; how it is stored stays inside. */
@NullMarked
package dev.postern.data;

import org.jspecify.annotations.NullMarked;
