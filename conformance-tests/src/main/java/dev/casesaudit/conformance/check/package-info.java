/** What every check is made of. The checks themselves stand in a package for each area, one class for each requirement. */
@NullMarked
package dev.casesaudit.conformance.check;

import org.jspecify.annotations.NullMarked;
