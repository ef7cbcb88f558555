package dev.casesaudit.conformance.input;

import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Accepts tabs between tokens, as YAML 1.2 does; the library refuses them. A tab that indents a line stays refused.
 *
 * <p>The library throws before it consumes anything, so this class skips the tab and repeats the call. The mock has the
 * same class: the kit shares no code with what it judges.
 */
final class TabsBetweenTokens implements Scanner {

    private final StreamReader text;
    private final Scanner scanner;

    TabsBetweenTokens(LoadSettings settings, StreamReader text) {
        this.text = text;
        scanner = new ScannerImpl(settings, text);
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return skippingTabs(() -> scanner.checkToken(choices));
    }

    @Override
    public Token peekToken() {
        return skippingTabs(scanner::peekToken);
    }

    @Override
    public boolean hasNext() {
        return skippingTabs(scanner::hasNext);
    }

    @Override
    public Token next() {
        return skippingTabs(scanner::next);
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    private <T> T skippingTabs(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (ScannerException e) {
                if (text.peek() != '\t' || (text.getColumn() == 0 && !endsLineOrBeginsComment())) {
                    throw e;
                }
                text.forward();
            }
        }
    }

    private boolean endsLineOrBeginsComment() {
        int ahead = 0;
        while (text.peek(ahead) == ' ' || text.peek(ahead) == '\t') {
            ahead++;
        }
        int next = text.peek(ahead);
        return next == '#' || next == '\n' || next == '\r' || next == '\0';
    }
}
