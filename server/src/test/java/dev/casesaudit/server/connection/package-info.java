/** Tests of {@code dev.casesaudit.server.connection}, on channels without a network. */
@NullMarked
package dev.casesaudit.server.connection;

import org.jspecify.annotations.NullMarked;
