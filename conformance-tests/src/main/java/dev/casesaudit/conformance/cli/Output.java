package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** How a finished run is told. */
interface Output {

    /** Tells it to whoever started it. */
    void tell(RunReport report, PrintWriter out, boolean colour);

    /** Writes it into files. */
    void write(RunReport report, Kit kit, Path directory) throws IOException;
}
