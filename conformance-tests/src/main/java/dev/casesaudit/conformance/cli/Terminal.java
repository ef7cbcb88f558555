package dev.casesaudit.conformance.cli;

import java.io.Console;

/** Finds out whether somebody looks at what is written. */
final class Terminal {

    private Terminal() {}

    // That there may be a console without a terminal is what the second question is for.
    @SuppressWarnings("SystemConsoleNull")
    static boolean present() {
        Console console = System.console();
        return console != null && interactive(console);
    }

    // From Java 22 on there may be a console without a terminal, and a method that tells; this is compiled for 17.
    private static boolean interactive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
