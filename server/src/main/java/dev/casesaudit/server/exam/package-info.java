/**
 * Exams for clients: each has a domain of its own, with a case for each task, and judges by what the client sent there.
 */
@NullMarked
package dev.casesaudit.server.exam;

import org.jspecify.annotations.NullMarked;
