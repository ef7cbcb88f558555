/** The command line, with a class for each command. */
@NullMarked
package dev.casesaudit.conformance.cli;

import org.jspecify.annotations.NullMarked;
