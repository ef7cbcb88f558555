/**
 * How fast and how large the packaged mock is, and how close it comes to a ceiling: a server that answers the same bytes and does
 * nothing else, driven by the same load in the same rounds. Ratios between the two hold on noisy machines; the numbers themselves
 * do not. {@code docs/benchmarks.md} says how to run it.
 */
@NullMarked
package dev.casesaudit.benchmark;

import org.jspecify.annotations.NullMarked;
