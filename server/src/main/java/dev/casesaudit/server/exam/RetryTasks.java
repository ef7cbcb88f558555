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
                            "tries again after ThrottlingException, waits before each retry, and gets the page",
                            succeeds().and(backsOff()))
                    .withEvents(5)
                    .onceMeeting("Throttling*2, ok"),
            Task.of(
                            "internal-error",
                            "tries again after InternalServerException, after the time that Retry-After says, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .onceMeeting("InternalServer(retryAfter=1), ok"),
            Task.of(
                            "throttled-until-a-date",
                            "tries again after ThrottlingException, at the date that Retry-After says, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .onceMeeting("Throttling(retryAfterDate=1), ok"),
            Task.of(
                            "throttled-for-milliseconds",
                            "tries again after ThrottlingException, after the time that x-amz-retry-after says, and gets the page",
                            succeeds())
                    .withEvents(5)
                    .onceMeeting("Throttling(retryAfterMillis=1500), ok"),
            Task.of("connection-reset", "tries again after a broken connection, and gets the page", succeeds())
                    .withEvents(5)
                    .onceMeeting("reset, ok"),
            Task.of(
                            "throttled-for-good",
                            "waits before each retry, and gives up after a few",
                            givesUp().and(backsOff()))
                    .withEvents(5)
                    .meeting("Throttling*forever"));

    private RetryTasks() {}

    static List<Task> all() {
        return ALL;
    }
}
