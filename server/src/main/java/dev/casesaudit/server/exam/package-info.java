/**
 * Exams for clients. Each has a domain of its own with a case for each task, and judges what the client sends there.
 */
@NullMarked
package dev.casesaudit.server.exam;

import org.jspecify.annotations.NullMarked;
