package dev.casesaudit.journey.wire;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;

/** Over TLS, and on the other transport. */
class InvalidHttpOverTlsIT extends InvalidHttpIT {

    @Override
    RawConnection connect() throws IOException {
        return new RawConnection(PackagedMock.sharedOnNio().secureEndpoint());
    }
}
