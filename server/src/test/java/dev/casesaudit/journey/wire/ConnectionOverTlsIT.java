package dev.casesaudit.journey.wire;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawHttp;
import java.io.IOException;

class ConnectionOverTlsIT extends ConnectionIT {

    @Override
    RawHttp connect() throws IOException {
        return new RawHttp(PackagedMock.shared().secureEndpoint());
    }
}
