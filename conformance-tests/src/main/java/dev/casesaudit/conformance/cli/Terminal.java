package dev.casesaudit.conformance.cli;

import java.io.Console;

/** Finds out whether the output goes to a terminal. */
final class Terminal {

    private Terminal() {}

    // Since Java 22, there can be a console without a terminal.
    @SuppressWarnings("SystemConsoleNull")
    static boolean present() {
        Console console = System.console();
        return console != null && interactive(console);
    }

    // The method exists since Java 22, and the kit is compiled for Java 17.
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
