/**
 * The control API of {@code mock-control.yaml}. Each resource implements one generated interface with the other
 * packages.
 */
@NullMarked
package dev.casesaudit.server.control;

import org.jspecify.annotations.NullMarked;
