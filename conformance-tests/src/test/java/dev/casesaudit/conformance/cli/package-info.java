/** Tests of the command line. */
@NullMarked
package dev.casesaudit.conformance.cli;

import org.jspecify.annotations.NullMarked;
