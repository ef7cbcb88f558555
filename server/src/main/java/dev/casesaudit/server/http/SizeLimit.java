package dev.casesaudit.server.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.math.BigInteger;
import java.util.Locale;

/** Reads how large something may be that a client sends. */
public final class SizeLimit {

    private static final BigInteger SMALLEST = BigInteger.valueOf(1 << 10);

    private SizeLimit() {}

    /**
     * Returns the limit in bytes.
     *
     * @throws ConfigurationException if it is smaller than 1K or larger than the largest
     */
    public static long of(String key, MemorySize configured, String largest) {
        BigInteger bytes = configured.asBigInteger();
        BigInteger most = new MemorySizeConverter().convert(largest).asBigInteger();
        if (bytes.compareTo(SMALLEST) < 0 || bytes.compareTo(most) > 0) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "%s: expected from 1K to %s (%d to %d bytes), got %d bytes",
                    key,
                    largest,
                    SMALLEST,
                    most,
                    bytes));
        }
        return bytes.longValueExact();
    }
}
