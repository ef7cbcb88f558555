/** The packaged jar as seen by users of the AWS SDK for Java. */
@NullMarked
package dev.casesaudit.server.sdk;

import org.jspecify.annotations.NullMarked;
