package dev.casesaudit.conformance.run;

/** Listens to the progress of a run. */
public interface Progress {

    Progress NONE = (done, total, id, status) -> {};

    /** Called after each requirement. */
    void tried(int done, int total, String id, ResultStatus status);

    /** Called for a message that does not change the verdict, such as that a case could not be deleted. */
    default void warned(String message) {}
}
