/** The constraints of requests, and the messages for requests that break them. */
@NullMarked
package dev.casesaudit.server.request;

import org.jspecify.annotations.NullMarked;
