/** What every check is made of. The tables of checks are in a package for each area. */
@NullMarked
package dev.casesaudit.conformance.check;

import org.jspecify.annotations.NullMarked;
