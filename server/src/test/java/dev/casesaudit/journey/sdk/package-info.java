/** Call the mock with the AWS SDK for Java. */
@NullMarked
package dev.casesaudit.journey.sdk;

import org.jspecify.annotations.NullMarked;
