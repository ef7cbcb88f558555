package dev.casesaudit.conformance.stub;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;

/** A service whose tokens differ each time, which is legal. */
public class SaltedTokens extends Service {

    private int issued;

    @Override
    protected synchronized String encode(CaseRef of, int position) {
        issued++;
        return String.format(Locale.ROOT, "%s~%d", super.encode(of, position), issued);
    }

    @Override
    protected synchronized int decode(String token, CaseRef of) {
        return super.decode(token.replaceFirst("~\\d+$", ""), of);
    }
}
