/** The latest requests and responses, and findings about the SDK calls and walks in them. */
@NullMarked
package dev.casesaudit.server.journal;

import org.jspecify.annotations.NullMarked;
