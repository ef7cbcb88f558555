/**
 * Unit tests of the mock. Each package mirrors the package that it tests; {@code dev.casesaudit.journey} tests the
 * packaged jar.
 */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
