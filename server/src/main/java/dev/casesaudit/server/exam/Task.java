package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.fixture.HistoryGenerator;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One task of an exam: a case to read.
 *
 * @param name of the task, and of its case
 * @param expects what a sound client does
 * @param seeded absent where the case must not exist
 * @param behaviour of the case
 */
record Task(String name, String expects, Optional<SeededCase> seeded, Behaviour behaviour, Judge judge) {

    private static final int SEED = 20_240_917;

    static Task of(String name, String expects, Judge judge) {
        return new Task(name, expects, Optional.empty(), Behaviour.NONE, judge);
    }

    Task withEvents(int count) {
        return seeded(new SeededCase.WithHistory(AuditHistory.of(new HistoryGenerator(SEED, count).events())));
    }

    Task failingWith(ErrorType error) {
        return seeded(new SeededCase.AlwaysFailing(ServiceError.of(error, ErrorMessages.of(error))));
    }

    private Task seeded(SeededCase seededCase) {
        return new Task(name, expects, Optional.of(seededCase), behaviour, judge);
    }

    /** The script is for one SDK call, so that it ends also for a client that makes a new call for each retry. */
    Task withScriptOfOneCall(String script) {
        return meeting(script, OptionalInt.of(1));
    }

    Task meeting(String script) {
        return meeting(script, OptionalInt.empty());
    }

    private Task meeting(String script, OptionalInt calls) {
        FaultScript faults = FaultScript.parse(script, Duration.ofMinutes(1));
        return with(new Behaviour(Optional.of(faults), calls, behaviour.pages(), behaviour.tomorrow()));
    }

    Task withPages(String style) {
        return with(new Behaviour(
                behaviour.faults(), behaviour.calls(), Optional.of(PageStyle.parse(style)), behaviour.tomorrow()));
    }

    Task withTomorrow(String novelties) {
        return with(new Behaviour(
                behaviour.faults(), behaviour.calls(), behaviour.pages(), Optional.of(Tomorrow.parse(novelties))));
    }

    private Task with(Behaviour next) {
        return new Task(name, expects, seeded, next, judge);
    }
}
