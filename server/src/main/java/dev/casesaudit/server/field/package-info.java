/** The fields and templates of a domain, and which values they allow. */
@NullMarked
package dev.casesaudit.server.field;

import org.jspecify.annotations.NullMarked;
