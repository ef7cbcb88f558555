/**
 * HTTP before the operation: route, content negotiation, the limits, the connections and their end, request ids, and answers to
 * requests that are not HTTP.
 */
@NullMarked
package dev.casesaudit.server.http;

import org.jspecify.annotations.NullMarked;
