/**
 * What an operator may set: one mapping, prefix {@code cases}.
 */
@NullMarked
package dev.casesaudit.server.config;

import org.jspecify.annotations.NullMarked;
