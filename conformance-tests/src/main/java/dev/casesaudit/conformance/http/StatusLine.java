package dev.casesaudit.conformance.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status line of a response. */
record StatusLine(String version, int status, String reason) {

    private static final Pattern FORM = Pattern.compile("HTTP/(\\d\\.\\d)[ \t]+([1-9]\\d\\d)(?:[ \t]+(.*))?");

    static StatusLine parse(String line) throws NotHttp {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw NotHttp.beginning(line);
        }
        String reason = form.group(3) == null ? "" : form.group(3);
        return new StatusLine(form.group(1), Integer.parseInt(form.group(2)), reason);
    }

    boolean interim() {
        return status < 200;
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? Integer.toString(status) : status + " " + reason;
    }
}
