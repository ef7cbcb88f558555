package dev.casesaudit.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The valid values of a setting that is a text or a list of texts. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Text {

    /** The regular expression that a text, or each text of a list, must match. */
    String pattern();

    /** The same in words. */
    String words();

    /** Whether an invalid value is printed. */
    boolean isShown() default true;
}
