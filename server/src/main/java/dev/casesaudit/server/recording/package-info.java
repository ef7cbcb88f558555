/** Which edit records which event, by rules that a file can replace. */
@NullMarked
package dev.casesaudit.server.recording;

import org.jspecify.annotations.NullMarked;
