/** HTTP before the operation: route, body, content negotiation, request ids; and after it: the answer, as it is or as a fault has it. */
@NullMarked
package dev.casesaudit.server.http;

import org.jspecify.annotations.NullMarked;
