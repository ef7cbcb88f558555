/**
 * JSON and YAML: strict where we read, exact where we write.
 */
@NullMarked
package dev.casesaudit.server.json;

import org.jspecify.annotations.NullMarked;
