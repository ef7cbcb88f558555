/** Tests: reading and writing of JSON and YAML. */
@NullMarked
package dev.casesaudit.server.json;

import org.jspecify.annotations.NullMarked;
