/** What every check reads answers with. */
@NullMarked
package dev.casesaudit.conformance.check;

import org.jspecify.annotations.NullMarked;
