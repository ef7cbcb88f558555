/**
 * The errors of the operation and of its protocol, and the one form in which all of them leave the process.
 */
@NullMarked
package dev.casesaudit.server.error;

import org.jspecify.annotations.NullMarked;
