package dev.casesaudit.journey.wire;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;

class ConnectionOverTlsIT extends ConnectionIT {

    @Override
    RawConnection connect() throws IOException {
        return new RawConnection(PackagedMock.shared().secureEndpoint());
    }
}
