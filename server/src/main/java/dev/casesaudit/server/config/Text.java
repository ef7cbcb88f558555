package dev.casesaudit.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting may be that is a text, or a list of texts. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Text {

    /** The regular expression that a text matches, or each of a list. */
    String pattern();

    /** The same in words. */
    String words();

    /** Whether it is printed where it does not match. */
    boolean isShown() default true;
}
