package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.reliability.FuzzRequest.Part;
import java.util.ArrayList;
import java.util.List;

/** Mutates valid requests, one for each number. */
final class FuzzRequests {

    private static final int RESET_EVERY = 1_000;
    private static final Message RESET = Message.of("DELETE", "/_mock/state", "");

    private final long seed;
    private final List<Message> seeds = FuzzSeeds.all();

    FuzzRequests(long seed) {
        this.seed = seed;
    }

    FuzzRequest number(long number) {
        RandomChoices draws = new RandomChoices(seed, number);
        if (number % RESET_EVERY == 0) {
            // A reset, so that the state from earlier requests does not hide code from later ones.
            return new FuzzRequest(number, RESET.bytes(), List.of(Part.of(RESET)));
        }
        if (draws.oneIn(12)) {
            return wild(number, draws);
        }
        return draws.oneIn(20) ? pipelined(number, draws) : single(number, draws);
    }

    private FuzzRequest single(long number, RandomChoices draws) {
        Message message = mutated(draws);
        String bytes = draws.oneIn(10) && message.version().equals("HTTP/1.1")
                ? message.chunked(1 + draws.below(50))
                : message.bytes();
        return new FuzzRequest(number, bytes, List.of(Part.of(message)));
    }

    private FuzzRequest pipelined(long number, RandomChoices draws) {
        StringBuilder bytes = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (int i = 2 + draws.below(4); i > 0; i--) {
            Message message = mutated(draws);
            bytes.append(message.bytes());
            parts.add(Part.of(message));
        }
        return new FuzzRequest(number, bytes.toString(), parts);
    }

    private FuzzRequest wild(long number, RandomChoices draws) {
        Message message = mutated(draws);
        String bytes = message.bytes();
        if (draws.oneIn(4)) {
            bytes = ByteMutations.splice(bytes, mutated(draws).bytes(), draws);
        }
        for (int edits = 1 + draws.below(3); edits > 0; edits--) {
            bytes = ByteMutations.edit(bytes, draws);
        }
        return isJudged(bytes) ? new FuzzRequest(number, bytes, List.of()) : single(number, draws);
    }

    // Excluded are requests that configure faults for others, and responses without a known end.
    private static boolean isJudged(String bytes) {
        return !(bytes.contains("_mock") && FuzzRequest.asksForFault(bytes))
                && !bytes.contains("HEAD ")
                && !bytes.contains("100-continue");
    }

    private Message mutated(RandomChoices draws) {
        Message message = draws.of(seeds);
        for (int edits = draws.below(4); edits > 0; edits--) {
            message = !message.method().equals("GET") && draws.oneIn(2)
                    ? message.withBody(JsonMutations.edit(message.body(), draws))
                    : HeadMutations.edit(message, draws);
        }
        return message;
    }
}
