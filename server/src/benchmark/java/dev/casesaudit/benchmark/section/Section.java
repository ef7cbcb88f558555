package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.result.Result;
import java.io.IOException;
import java.util.List;

/** A group of figures. */
public interface Section {

    /** The name that selects it. */
    String name();

    List<Result> measure(Bench bench) throws IOException, InterruptedException;
}
