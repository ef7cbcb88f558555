package dev.casesaudit.conformance.contract;

/** The packaged contract with edits of its text. */
public final class EditedContract {

    private final String text;

    private EditedContract(String text) {
        this.text = text;
    }

    public static EditedContract packaged() {
        return new EditedContract(Document.packaged());
    }

    /** Replaces the first occurrence of a text after the first line with a given beginning. */
    public EditedContract after(String line, String old, String replacement) {
        int from = text.indexOf("\n" + line) + 1;
        int at = text.indexOf(old, from);
        if (from == 0 || at < 0) {
            throw new IllegalArgumentException("the contract has no '%s' after '%s'".formatted(old, line.strip()));
        }
        return new EditedContract(text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    public Contract parse() {
        return Contract.parse(text);
    }
}
