package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.text.Words;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads histories of a target into a fixture file, which is there when it is complete, or not at all. */
public final class Capture {

    private final TargetProfile target;
    private final Probe probe;
    private final Contract contract;
    private final CaptureSettings settings;
    private final BiConsumer<String, Long> progress;
    private final Masking masking;
    private final Drift drift = new Drift();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    /**
     * Creates a capture.
     *
     * @param progress takes the id of a case and the number of its events so far
     */
    public Capture(
            TargetProfile target,
            Probe probe,
            Contract contract,
            CaptureSettings settings,
            BiConsumer<String, Long> progress) {
        this.target = target;
        this.probe = probe;
        this.contract = contract;
        this.settings = settings;
        this.progress = progress;
        this.masking = new Masking(settings.masks(), Pseudonyms.random());
    }

    /**
     * Captures cases of one domain.
     *
     * @param overwrite whether the file may be there before
     * @throws CaptureFailure if a history cannot be read, or its times cannot be shifted
     * @throws IOException if the file cannot be written
     */
    public CaptureReport write(String domainId, List<String> caseIds, Path file, boolean overwrite)
            throws CaptureFailure, IOException {
        try (Spool spool = new Spool(file)) {
            List<CapturedCase> cases = new ArrayList<>();
            for (String caseId : caseIds) {
                cases.add(read(new CaseRef(domainId, caseId), spool));
            }
            CaptureReport report = new CaptureReport(cases, settings.masks(), drift.lines(), settings.keepDrift());
            write(masking.visible(domainId), report, spool, file, overwrite);
            return report;
        }
    }

    private void write(String domainId, CaptureReport report, Spool spool, Path file, boolean overwrite)
            throws CaptureFailure, IOException {
        Duration shift = shift();
        Path part = Spool.temporary(file);
        try {
            try (BufferedReader in = spool.read();
                    BufferedWriter out = Files.newBufferedWriter(part)) {
                new FixtureWriter(out, shift).write(domainId, report, in);
            }
            if (overwrite) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, file);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Duration shift() throws CaptureFailure {
        if (first.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            Duration shift = settings.times().distance(first.get());
            if (Times.inYears(first.get().plus(shift)).isPresent()
                    && Times.inYears(last.orElseThrow().plus(shift)).isPresent()) {
                return shift;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // As below.
        }
        throw new CaptureFailure("the times of the events, shifted so far (--times), leave the years 1 to 9999");
    }

    private CapturedCase read(CaseRef one, Spool spool) throws CaptureFailure, IOException {
        String caseId = masking.visible(one.caseId());
        OneCase pages = new OneCase(caseId, spool);
        try {
            boolean whole = new HistoryReader(target, probe, contract, settings.maxPages()).read(one, pages);
            return new CapturedCase(
                    caseId, pages.pages, pages.events, pages.lines, whole && !pages.cut, pages.behaviours);
        } catch (CaptureFailure e) {
            throw new CaptureFailure(String.format(
                    Locale.ROOT,
                    "case '%s' cannot be captured%s: %s",
                    caseId,
                    pages.pages == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", after %s with %s",
                                    Words.count(pages.pages, "page"),
                                    Words.count(pages.events, "event")),
                    e.getMessage()));
        }
    }

    /** Takes the events of a case. */
    private final class OneCase implements HistoryReader.Pages {

        private final String caseId;
        private final Spool spool;
        private final EventFilter filter = new EventFilter(contract);
        private final SeenTexts ids = new SeenTexts();
        private final Set<String> behaviours = new TreeSet<>();
        private long pages;
        private long events;
        private long lines;
        private boolean cut;

        OneCase(String caseId, Spool spool) {
            this.caseId = caseId;
            this.spool = spool;
        }

        @Override
        public boolean next(JsonNode items) throws IOException {
            pages++;
            for (JsonNode item : items) {
                if (events == settings.maxEvents()) {
                    cut = true;
                    break;
                }
                add(item);
            }
            progress.accept(caseId, events);
            return events < settings.maxEvents();
        }

        // Masked before anything else, so that neither drift nor problems show a masked value.
        private void add(JsonNode item) throws IOException {
            JsonNode event = item.isNull() ? item : filter.rewrite(item, masking);
            EventFilter.Split split = filter.split(event);
            if (split.kept().isPresent() && !ids.add(event.path("eventId").asText())) {
                split = split.without(event, "/eventId: an event of this id was there before");
            }
            split.drift().forEach(kind -> drift.add(kind, caseId));
            behaviours.addAll(split.behaviours());
            if (split.kept().isPresent()) {
                spool.event(split.kept().get());
                events++;
                lines++;
                Instant time = split.time();
                first = first.isPresent() && first.get().isBefore(time) ? first : Optional.of(time);
                last = last.isPresent() && last.get().isAfter(time) ? last : Optional.of(time);
            }
            if (settings.keepDrift()) {
                for (var removed : split.removed().entrySet()) {
                    spool.comment("drift" + (removed.getKey().isEmpty() ? "" : " " + removed.getKey()) + ": "
                            + YamlText.of(removed.getValue()));
                    lines++;
                }
            }
        }
    }
}
