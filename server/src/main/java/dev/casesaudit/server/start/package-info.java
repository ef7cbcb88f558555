/**
 * The program: reads its {@linkplain dev.casesaudit.server.start.CommandLine arguments}, starts the mock, quicker from
 * its {@linkplain dev.casesaudit.server.start.ArchivedStart archive} where it can, and says where it serves, or why it
 * cannot.
 */
@NullMarked
package dev.casesaudit.server.start;

import org.jspecify.annotations.NullMarked;
