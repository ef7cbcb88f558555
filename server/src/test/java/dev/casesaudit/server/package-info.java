/** Tests of the mock: units by themselves, and everything on the wire against the packaged jar, as people run it. */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
