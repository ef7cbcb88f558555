package dev.casesaudit.server.exam;

import static dev.casesaudit.server.exam.Judges.backsOff;
import static dev.casesaudit.server.exam.Judges.givesUp;
import static dev.casesaudit.server.exam.Judges.succeeds;

import java.util.List;

/** Tasks for clients that must retry transient errors, wait before each retry, and give up in the end. */
final class RetryTasks {

    private static final List<Task> ALL = List.of(
            Task.of(
                            "throttled-twice",
                            "retries a ThrottlingException, waits before each retry, and gets the page",
                            succeeds().and(backsOff()))
                    .withEvents(5)
                    .withScriptOfOneCall("Throttling*2, ok"),
            Task.of(
                            "internal-error",
                            "retries an InternalServerException after the seconds in Retry-After, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .withScriptOfOneCall("InternalServer(retryAfter=1), ok"),
            Task.of(
                            "throttled-until-a-date",
                            "retries a ThrottlingException at the date in Retry-After, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .withScriptOfOneCall("Throttling(retryAfterDate=1), ok"),
            Task.of(
                            "throttled-for-milliseconds",
                            "retries a ThrottlingException after the milliseconds in x-amz-retry-after, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .withScriptOfOneCall("Throttling(retryAfterMillis=1500), ok"),
            Task.of("connection-reset", "retries after a broken connection, and gets the page", succeeds())
                    .withEvents(5)
                    .withScriptOfOneCall("reset, ok"),
            Task.of(
                            "throttled-for-good",
                            "waits before each retry, and gives up after a few attempts",
                            givesUp().and(backsOff()))
                    .withEvents(5)
                    .meeting("Throttling*forever"));

    private RetryTasks() {}

    static List<Task> all() {
        return ALL;
    }
}
