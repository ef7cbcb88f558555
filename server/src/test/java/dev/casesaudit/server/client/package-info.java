/** Tests: clients that openapi-generator makes of the published contract, in several languages. */
@NullMarked
package dev.casesaudit.server.client;

import org.jspecify.annotations.NullMarked;
