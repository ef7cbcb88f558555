/** Tests that the contract is sound, that it agrees with the AWS SDK, and that the Java generated from it keeps its promises. */
@org.jspecify.annotations.NullMarked
package dev.casesaudit.api;
