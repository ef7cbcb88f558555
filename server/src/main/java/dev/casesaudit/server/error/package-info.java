/** The errors of the operation and its protocol, and the one form in which all of them are sent. */
@NullMarked
package dev.casesaudit.server.error;

import org.jspecify.annotations.NullMarked;
