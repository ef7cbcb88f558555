/** The constraints on requests, and the messages about violations. */
@NullMarked
package dev.casesaudit.server.request;

import org.jspecify.annotations.NullMarked;
