package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Answer;
import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests a second of the mock, compared with a ceiling for each kind of request. */
public final class Throughput implements Section {

    private static final String ON_NIO = "-Dquarkus.vertx.prefer-native-transport=false";

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Request first = Bench.FIRST_PAGE;
        try (ServerProcess mock = bench.programs().mock(first)) {
            Request following =
                    first.following(Answer.of(mock, first).nextToken().orElseThrow());
            List<Result> results = new ArrayList<>(onBothTransports(bench, mock, "first page of 25", first));
            results.add(compare(bench, mock, "a following page, by token", following, 0.80));
            results.add(compare(bench, mock, "one event, maxResults 1", first.ofSize(1), 0.80));
            return results;
        }
    }

    private static List<Result> onBothTransports(Bench bench, ServerProcess mock, String what, Request request)
            throws IOException, InterruptedException {
        Answer answer = Answer.of(mock, request);
        try (ServerProcess mockOnNio = bench.programs().mock(request, ON_NIO);
                ServerProcess ceiling = bench.programs().ceiling(answer);
                ServerProcess nativeCeiling = bench.programs().nativeCeiling(answer)) {
            List<List<Load>> loads = bench.inTurns(List.of(
                    bench.warmed(mock, request),
                    bench.warmed(ceiling, request),
                    bench.warmed(mockOnNio, request),
                    bench.warmed(nativeCeiling, request)));
            return List.of(
                    result(what, answer, loads.get(0), loads.get(1), Optional.of(Limit.atLeast(0.92))),
                    result(what + ", both on NIO", answer, loads.get(2), loads.get(1), Optional.empty()),
                    result(what + ", both on epoll", answer, loads.get(0), loads.get(3), Optional.empty()));
        }
    }

    private static Result compare(Bench bench, ServerProcess mock, String what, Request request, double limit)
            throws IOException, InterruptedException {
        Answer answer = Answer.of(mock, request);
        try (ServerProcess ceiling = bench.programs().ceiling(answer)) {
            List<List<Load>> loads =
                    bench.inTurns(List.of(bench.warmed(mock, request), bench.warmed(ceiling, request)));
            return result(what, answer, loads.get(0), loads.get(1), Optional.of(Limit.atLeast(limit)));
        }
    }

    private static Result result(
            String what, Answer answer, List<Load> mock, List<Load> ceiling, Optional<Limit> limit) {
        Series ofMock = Series.of("mock", "requests/s", mock, Load::perSecond);
        Series ofCeiling = Series.of("ceiling", "requests/s", ceiling, Load::perSecond);
        Series cpuOfMock = Series.of("CPU of the mock", "µs/request", mock, Load::cpuMicros);
        Series cpuOfCeiling = Series.of("CPU of the ceiling", "µs/request", ceiling, Load::cpuMicros);
        return new Result.Measured(
                what + ": requests/s against the ceiling",
                ofMock.over(ofCeiling, "mock to ceiling"),
                limit,
                List.of(
                        ofMock,
                        ofCeiling,
                        cpuOfMock,
                        cpuOfCeiling,
                        cpuOfMock.over(cpuOfCeiling, "CPU, mock to ceiling"),
                        Series.once("body", "bytes", answer.body().length())));
    }
}
