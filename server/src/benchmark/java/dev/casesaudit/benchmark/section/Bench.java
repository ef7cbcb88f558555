package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Programs;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.load.Wrk;
import dev.casesaudit.benchmark.plan.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the sections measure with. */
public record Bench(Options options, Programs programs, Wrk wrk) {

    /** The first page of the case that the seeded world is loaded with for such uses. */
    static final Request FIRST_PAGE = Request.firstPage("contact-center", "case-long");

    private static final int MOST_WARM_UPS = 10;
    private static final double STILL_WARMING = 1.05;

    /** Has each take its turn in each round, and returns what came, by contestant. */
    <T> List<List<T>> inTurns(List<? extends Turn<? extends T>> contestants) throws IOException, InterruptedException {
        List<List<T>> came = new ArrayList<>();
        contestants.forEach(contestant -> came.add(new ArrayList<>()));
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < contestants.size(); i++) {
                // There and back, so that nobody has the better place.
                int next = round % 2 == 0 ? i : contestants.size() - 1 - i;
                came.get(next).add(contestants.get(next).take());
            }
        }
        return came;
    }

    /** Puts a server under load until it gets no faster, and returns the turn that measures it under the same. */
    Turn<Load> warmed(ServerProcess server, Request request) throws IOException {
        double before = 0;
        double now = wrk.full(server, request, options.warmUp()).perSecond();
        // How long Java takes to compile what counts depends on what else the machine does.
        for (int more = 1; more < MOST_WARM_UPS && now > before * STILL_WARMING; more++) {
            before = now;
            now = wrk.full(server, request, options.warmUp()).perSecond();
        }
        return () -> wrk.full(server, request, options.round());
    }

    /** A mock with one generated history, as large as is asked for. */
    ServerProcess largeHistory(Request firstPage) throws IOException, InterruptedException {
        Path file = Files.writeString(
                programs.folder().resolve("large.yaml"), String.format(Locale.ROOT, """
                domain: benchmark
                cases:
                  large:
                    generate: {events: %d, seed: 7}
                """, options.events()));
        return programs.mock(firstPage, "-Dcases.fixtures=" + file);
    }

    /** How large that history is, in words. */
    String largeEvents() {
        return String.format(Locale.ROOT, "%,d events", options.events());
    }

    /** The first page of that history. */
    static Request largeFirstPage() {
        return Request.firstPage("benchmark", "large");
    }

    /** What one does in a round. */
    @FunctionalInterface
    interface Turn<T> {
        T take() throws IOException, InterruptedException;
    }
}
