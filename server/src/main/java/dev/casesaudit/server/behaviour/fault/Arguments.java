package dev.casesaudit.server.behaviour.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The arguments in parentheses after a name. Each is taken once; arguments that nobody took are refused. */
final class Arguments {

    private final Word part;
    private final List<Argument> left;
    private final List<String> expected = new ArrayList<>();

    Arguments(Word part, List<Argument> given) {
        this.part = part;
        left = new ArrayList<>(given);
    }

    Optional<Word> named(String name) {
        expected.add(name);
        return take(argument -> argument.name().filter(word -> word.is(name)).isPresent());
    }

    Optional<Word> unnamed(String what) {
        expected.add(what);
        return take(argument -> argument.name().isEmpty());
    }

    Word required(String what) {
        return unnamed(what)
                .orElseThrow(() -> new FaultScriptException(
                        part.position(),
                        String.format(Locale.ROOT, "%s in brackets after %s", what, part.text()),
                        "none"));
    }

    void refuseRest() {
        for (Argument argument : left) {
            String but =
                    expected.isEmpty() ? "" : String.format(Locale.ROOT, " but %s, once", String.join(", ", expected));
            throw argument.name()
                    .orElseGet(argument::value)
                    .expected(String.format(Locale.ROOT, "no argument of %s%s", part.text(), but));
        }
    }

    private Optional<Word> take(Predicate<Argument> wanted) {
        for (Iterator<Argument> each = left.iterator(); each.hasNext(); ) {
            Argument argument = each.next();
            if (wanted.test(argument)) {
                each.remove();
                return Optional.of(argument.value());
            }
        }
        return Optional.empty();
    }

    /** One argument. Its name is absent where the only argument needs none. */
    record Argument(Optional<Word> name, Word value) {}
}
