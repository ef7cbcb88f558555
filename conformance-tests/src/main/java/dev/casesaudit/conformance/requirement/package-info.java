/** The requirements of {@code requirements.yaml}, and the exclusions that no check tries. */
@NullMarked
package dev.casesaudit.conformance.requirement;

import org.jspecify.annotations.NullMarked;
