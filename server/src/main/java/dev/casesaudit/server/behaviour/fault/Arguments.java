package dev.casesaudit.server.behaviour.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands in brackets after the name of a part. Each argument is taken once; what is left is refused. */
final class Arguments {

    private final Word part;
    private final List<Argument> left;
    private final List<String> asked = new ArrayList<>();

    Arguments(Word part, List<Argument> given) {
        this.part = part;
        left = new ArrayList<>(given);
    }

    Optional<Word> named(String name) {
        asked.add(name);
        return take(argument -> argument.name().filter(word -> word.is(name)).isPresent());
    }

    Optional<Word> unnamed(String what) {
        asked.add(what);
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
            String but = asked.isEmpty() ? "" : String.format(Locale.ROOT, " but %s, once", String.join(", ", asked));
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

    /** One argument; its name is absent where the part has only one that needs none. */
    record Argument(Optional<Word> name, Word value) {}
}
