@NullMarked
package dev.casesaudit.server.start;

import org.jspecify.annotations.NullMarked;
