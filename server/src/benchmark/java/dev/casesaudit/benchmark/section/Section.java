package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.result.Result;
import java.io.IOException;
import java.util.List;

/** A few figures that are measured together. */
public interface Section {

    /** How it is asked for. */
    String name();

    List<Result> measure(Bench bench) throws IOException, InterruptedException;
}
