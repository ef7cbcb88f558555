/**
 * What reads untrusted bytes, each with an entry for Jazzer, which looks for bytes that it cannot cope with. {@code ./mvnw -pl
 * server -am -Pfuzz verify -Dfuzz.target=Script -Dfuzz.seconds=180} does so. {@link CorpusTest} tries, in every build, the inputs
 * under {@code src/test/resources/fuzz}, which are what Jazzer starts from, and what it found.
 */
@NullMarked
package dev.casesaudit.server.fuzz;

import org.jspecify.annotations.NullMarked;
