package dev.casesaudit.conformance.check;

import java.util.List;

/** The checks of one theme, a row for each requirement. Their flaws are in the test class of the same name. */
public interface CheckTable {

    List<Check> checks();
}
