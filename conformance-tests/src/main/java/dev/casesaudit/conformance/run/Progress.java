package dev.casesaudit.conformance.run;

/** Hears how a run goes. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (done, total, id, standing) -> {};

    /** A requirement has been tried; {@code done} of {@code total} have. */
    void tried(int done, int total, String id, ResultStatus standing);
}
