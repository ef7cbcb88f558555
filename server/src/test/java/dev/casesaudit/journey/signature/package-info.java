/** Sign requests to a mock that verifies signatures. */
@NullMarked
package dev.casesaudit.journey.signature;

import org.jspecify.annotations.NullMarked;
