package dev.casesaudit.server.behaviour.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTextTest {

    private static final int[] CHARACTERS =
            "aB9 ,()=\"\\;*+%.'\n\r\t\u0000\u0007\u0085ıİß€😀".codePoints().toArray();
    private static final List<ErrorType> PLAIN =
            List.of(ErrorType.THROTTLING, ErrorType.VALIDATION, ErrorType.ACCESS_DENIED);

    private final Random random = new Random(20260302);

    @Test
    void leadsFromEveryScriptOverItsTextToTheSameScript() {
        for (int i = 0; i < 5_000; i++) {
            FaultScript script = script();
            String text = script.toString();

            assertThat(Scripts.parse(text)).as(text).isEqualTo(script).hasToString(text);
        }
    }

    private FaultScript script() {
        List<Step> steps = new ArrayList<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> steps.add(step(OptionalInt.of(1 + random.nextInt(3)))));
        steps.add(step(random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(1_000_000))));
        return new FaultScript(steps, random.nextBoolean() ? 0 : random.nextLong());
    }

    private Step step(OptionalInt times) {
        double percent = random.nextBoolean() ? 100 : random.nextBoolean() ? 1 + random.nextInt(99) : chance();
        return new Step(percent, random.nextBoolean() ? Latency.NONE : latency(), outcome(), times);
    }

    private double chance() {
        return (1 - random.nextDouble()) * 100;
    }

    private Latency latency() {
        long from = random.nextInt(10) * 100L;
        return new Latency(Duration.ofMillis(from), Duration.ofMillis(from + random.nextInt(3) * 550L));
    }

    private Outcome outcome() {
        return switch (random.nextInt(14)) {
            case 0 -> new Outcome.Ok();
            case 1 -> new Outcome.Reset();
            case 2 -> new Outcome.Close(random.nextBoolean());
            case 3 -> new Outcome.Hang();
            case 4 -> new Outcome.Slow(1 + random.nextInt(1_000_000));
            case 5 -> new Outcome.Malformed();
            case 6 -> new Outcome.Html(400 + random.nextInt(200));
            case 7 ->
                new Outcome.WrongContentType(
                        List.of("text/plain", "text/html", "a/b; c=\"d\"").get(random.nextInt(3)));
            case 8 ->
                new ModelledError(
                        PLAIN.get(random.nextInt(PLAIN.size())),
                        text(),
                        RetryAfter.NONE,
                        Optional.empty(),
                        Optional.empty());
            case 9 ->
                new ModelledError(ErrorType.INTERNAL_SERVER, text(), retryAfter(), Optional.empty(), Optional.empty());
            case 10 ->
                new OtherError(
                        400 + random.nextInt(200),
                        random.nextBoolean() ? Optional.empty() : Optional.of("SomeException"),
                        text(),
                        retryAfter());
            case 11 -> new Outcome.Gateway(true, random.nextBoolean());
            case 12 -> new Outcome.Gateway(false, true);
            default -> new ModelledError(ErrorType.RESOURCE_NOT_FOUND, text(), RetryAfter.NONE, text(), text());
        };
    }

    private RetryAfter retryAfter() {
        return switch (random.nextInt(3)) {
            case 0 -> RetryAfter.NONE;
            case 1 -> new RetryAfter(upTo(86_400), OptionalInt.empty(), upTo(86_400_000));
            default -> new RetryAfter(OptionalInt.empty(), upTo(86_400), upTo(86_400_000));
        };
    }

    private OptionalInt upTo(int most) {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(most + 1)) : OptionalInt.empty();
    }

    private Optional<String> text() {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(8), 0, CHARACTERS.length).forEach(i -> text.appendCodePoint(CHARACTERS[i]));
        return Optional.of(text.toString());
    }
}
