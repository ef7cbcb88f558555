/** JSON and YAML, read strictly and written exactly. */
@NullMarked
package dev.casesaudit.server.json;

import org.jspecify.annotations.NullMarked;
