package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections = new Connections(new ConnectionLimits(
            1_024, 1_024, 1_000_000, Duration.ofSeconds(40), Duration.ofSeconds(20), 10, Duration.ofSeconds(1)));
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicBoolean notified = new AtomicBoolean();

    @Test
    void areNotifiedOfTheStopWhileTheyAreOpen() throws InterruptedException {
        connections.accepts(channel);
        connections.whenStopping(channel, () -> {
            notified.set(true);
            channel.finish();
        });

        assertThat(connections.stop()).isTrue();
        assertThat(notified).isTrue();
    }

    // A client that breaks a handshake off can close its connection before HTTP is set up.
    @Test
    void areForgottenWhereTheyCloseBeforeTheNotification() throws InterruptedException {
        connections.accepts(channel);
        channel.finish();
        connections.whenStopping(channel, () -> notified.set(true));

        assertThat(connections.stop()).isTrue();
        assertThat(notified).isFalse();
    }
}
