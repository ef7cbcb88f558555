package dev.casesaudit.conformance.run;

/** Listens to the progress of a run. */
public interface Progress {

    Progress NONE = (done, total, id, status) -> {};

    /** Called after each requirement. */
    void tried(int done, int total, String id, ResultStatus status);
}
