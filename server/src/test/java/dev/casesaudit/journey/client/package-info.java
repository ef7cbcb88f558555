/** Call the mock with clients that openapi-generator generates from the published contract, in several languages. */
@NullMarked
package dev.casesaudit.journey.client;

import org.jspecify.annotations.NullMarked;
