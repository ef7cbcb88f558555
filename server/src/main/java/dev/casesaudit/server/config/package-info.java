/** The settings of the mock: one mapping, prefix {@code cases}. */
@NullMarked
package dev.casesaudit.server.config;

import org.jspecify.annotations.NullMarked;
