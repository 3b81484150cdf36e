/** The rules that what people and programs send must follow, each with its words in every language: {@code messages/rules_<language>.properties}. */
@NullMarked
package dev.postern.identity.rule;

import org.jspecify.annotations.NullMarked;
