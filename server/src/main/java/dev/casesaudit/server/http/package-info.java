/**
 * HTTP before the operation (route, body, content negotiation, request id) and after it (the response, with or without
 * a fault).
 */
@NullMarked
package dev.casesaudit.server.http;

import org.jspecify.annotations.NullMarked;
