/** Judge the mock with the conformance kit. */
@NullMarked
package dev.casesaudit.journey.conformance;

import org.jspecify.annotations.NullMarked;
