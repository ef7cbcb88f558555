/** The world at one moment: histories, behaviours and rate limits, which change together. */
@NullMarked
package dev.casesaudit.server.world;

import org.jspecify.annotations.NullMarked;
