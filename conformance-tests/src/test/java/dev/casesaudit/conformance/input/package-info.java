@NullMarked
package dev.casesaudit.conformance.input;

import org.jspecify.annotations.NullMarked;
