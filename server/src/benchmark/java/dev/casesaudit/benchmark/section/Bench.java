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

/** What the sections need to measure. */
public record Bench(Options options, Programs programs, Wrk wrk) {

    /** The first page of a case in the seeded world. */
    static final Request FIRST_PAGE = Request.firstPage("contact-center", "case-long");

    private static final int MOST_WARM_UPS = 10;
    private static final double STILL_WARMING = 1.05;

    /** Runs each contestant once in each round, and returns the results by contestant. */
    <T> List<List<T>> inTurns(List<? extends Turn<? extends T>> contestants) throws IOException, InterruptedException {
        List<List<T>> came = new ArrayList<>();
        contestants.forEach(contestant -> came.add(new ArrayList<>()));
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < contestants.size(); i++) {
                // Alternating order, so that none always runs first.
                int next = round % 2 == 0 ? i : contestants.size() - 1 - i;
                came.get(next).add(contestants.get(next).take());
            }
        }
        return came;
    }

    /** Loads a server until it gets no faster, and returns a turn that measures it under the same load. */
    Turn<Load> warmed(ServerProcess server, Request request) throws IOException {
        double before = 0;
        double now = wrk.full(server, request, options.warmUp()).perSecond();
        // How long the JIT compiler takes depends on what else the machine does.
        for (int more = 1; more < MOST_WARM_UPS && now > before * STILL_WARMING; more++) {
            before = now;
            now = wrk.full(server, request, options.warmUp()).perSecond();
        }
        return () -> wrk.full(server, request, options.round());
    }

    /** Starts a mock with one large generated history. */
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

    /** Returns the size of that history in words. */
    String largeEvents() {
        return String.format(Locale.ROOT, "%,d events", options.events());
    }

    /** Returns the request for the first page of that history. */
    static Request largeFirstPage() {
        return Request.firstPage("benchmark", "large");
    }

    /** What a contestant does in a round. */
    @FunctionalInterface
    interface Turn<T> {
        T take() throws IOException, InterruptedException;
    }
}
