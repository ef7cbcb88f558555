package dev.casesaudit.conformance.capture;

/** The reason why a history cannot be read. */
public final class CaptureFailure extends Exception {

    private static final long serialVersionUID = 1;

    CaptureFailure(String reason) {
        // A target may have sent a part of it.
        super(YamlText.comment(reason), null, false, false);
    }
}
