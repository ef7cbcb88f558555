/** Tests: settings, and what is said of wrong ones. */
@NullMarked
package dev.casesaudit.server.config;

import org.jspecify.annotations.NullMarked;
