package dev.casesaudit.server.wire;

import dev.casesaudit.server.PackagedMock;
import java.io.IOException;

class InvalidHttpOverTlsIT extends InvalidHttpIT {

    @Override
    RawHttp connect() throws IOException {
        return new RawHttp(PackagedMock.shared().secureEndpoint());
    }
}
