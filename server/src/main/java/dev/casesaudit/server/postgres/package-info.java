/** Keeps the world in PostgreSQL, where replicas share it. */
@NullMarked
package dev.casesaudit.server.postgres;

import org.jspecify.annotations.NullMarked;
