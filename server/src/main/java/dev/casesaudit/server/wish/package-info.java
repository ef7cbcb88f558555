/** How a tester names what is wished for beyond the plain service: lists of names, read strictly. */
@NullMarked
package dev.casesaudit.server.wish;

import org.jspecify.annotations.NullMarked;
