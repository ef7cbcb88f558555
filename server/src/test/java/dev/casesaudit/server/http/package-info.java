/** What stands below the operation, on channels without a network. */
@NullMarked
package dev.casesaudit.server.http;

import org.jspecify.annotations.NullMarked;
