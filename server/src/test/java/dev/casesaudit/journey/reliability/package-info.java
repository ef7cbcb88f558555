/**
 * Programs that try to knock the packaged mock over: bounded, and what they draw is repeatable by a seed. A short form of each runs
 * in every build, the long form by {@code ./mvnw -pl server -am -Preliability verify}. {@code docs/reliability.md} has what the
 * long forms measured.
 */
@NullMarked
package dev.casesaudit.journey.reliability;

import org.jspecify.annotations.NullMarked;
