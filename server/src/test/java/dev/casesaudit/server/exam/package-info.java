/** Tests: exams for clients. */
@NullMarked
package dev.casesaudit.server.exam;

import org.jspecify.annotations.NullMarked;
