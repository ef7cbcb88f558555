package dev.casesaudit.server.postgres;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.world.Outdated;
import dev.casesaudit.server.world.Waiting;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The connections to the database: bounded in number, and in the time that anybody waits for them. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    // A request waits no longer than this for a connection, and then for a response.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    // After a failure, requests are refused at once for this long, so that they do not pile up.
    private static final Duration PAUSE = Duration.ofMillis(250);

    // Unique and foreign keys, serialization, deadlock: what another change that was faster leads to.
    private static final Set<String> CONFLICTS = Set.of("23505", "23503", "40001", "40P01");

    private final AgroalDataSource pool;
    private final Metrics metrics;
    private volatile @Nullable Failure failure;

    /** How to reach a database, without {@code jdbc:} in the URL. */
    public record Address(String url, Optional<String> user, Optional<String> password, int connections) {}

    /** Opens no connection yet. */
    public Database(Address address, Metrics metrics) {
        this.metrics = metrics;
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(true)
                .connectionPoolConfiguration(pool -> pool.maxSize(address.connections())
                        .acquisitionTimeout(LONGEST_WAIT)
                        .idleValidationTimeout(Duration.ofSeconds(1))
                        .validationTimeout(Duration.ofSeconds(5))
                        .connectionValidator(AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidator())
                        .connectionFactoryConfiguration(factory -> {
                            factory.connectionProviderClass(Driver.class)
                                    .jdbcUrl("jdbc:" + address.url())
                                    .loginTimeout(LONGEST_WAIT)
                                    .jdbcProperty("ApplicationName", "cases-audit-mock")
                                    .jdbcProperty("tcpKeepAlive", "true")
                                    .jdbcProperty("socketTimeout", seconds(LONGEST_STATEMENT))
                                    .jdbcProperty("connectTimeout", seconds(LONGEST_WAIT));
                            address.user().ifPresent(user -> factory.principal(new NamePrincipal(user)));
                            address.password().ifPresent(password -> factory.credential(new SimplePassword(password)));
                            return factory;
                        }));
        try {
            pool = AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException("the driver is part of this program", e);
        }
        metrics.gauge(
                "cases.pool.active",
                "Connections in use",
                () -> pool.getMetrics().activeCount());
        metrics.gauge(
                "cases.pool.idle",
                "Open connections that are free",
                () -> pool.getMetrics().availableCount());
        metrics.gauge(
                "cases.pool.waiting",
                "Threads that wait for a connection",
                () -> pool.getMetrics().awaitingCount());
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toSeconds());
    }

    DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Runs statements, each of which is a transaction of its own.
     *
     * @throws Conflict if another change was faster
     * @throws ServiceException an InternalServerException, if the database cannot be reached
     */
    <T> T run(Work<T> work) {
        Waiting.requireAllowed();
        requireNoFailure();
        long start = System.nanoTime();
        boolean done = false;
        try (Connection connection = pool.getConnection()) {
            T result = work.on(connection);
            failure = null;
            done = true;
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            metrics.stored(Duration.ofNanos(System.nanoTime() - start), !done);
        }
    }

    /**
     * Runs statements in one transaction.
     *
     * @throws Conflict if another change was faster; nothing was changed
     * @throws ServiceException an InternalServerException, if the database cannot be reached
     */
    <T> T transact(int isolation, Work<T> work) {
        return run(connection -> {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        });
    }

    /** Tries whether the database can be used, and returns why not; empty if it can. */
    Optional<String> problem() {
        // Requests would not try: those that a failure has kept away come back only after this.
        try {
            run(connection -> {
                if (!connection.isValid((int) LONGEST_WAIT.toSeconds())) {
                    throw new SQLTimeoutException("no response within " + LONGEST_WAIT.toSeconds() + " seconds");
                }
                return true;
            });
        } catch (ServiceException e) {
            return Optional.ofNullable(failure).map(Failure::reason);
        }
        return Optional.empty();
    }

    private void requireNoFailure() {
        Failure last = failure;
        if (last != null && System.nanoTime() - last.at() < PAUSE.toNanos()) {
            throw unavailable();
        }
    }

    private RuntimeException failed(SQLException problem) {
        String state = problem.getSQLState();
        if (state != null && CONFLICTS.contains(state)) {
            return new Conflict(String.valueOf(problem.getMessage()));
        }
        if (failure == null) {
            LOG.errorf(problem, "The database cannot be used; requests get an InternalServerException until it can");
        }
        // Other connections may have ended with this one.
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        failure = new Failure(System.nanoTime(), String.valueOf(problem.getMessage()));
        return unavailable();
    }

    static ServiceException unavailable() {
        return new ServiceException(ServiceError.of(
                        ErrorType.INTERNAL_SERVER,
                        "The mock cannot reach its database. The request may or may not have been performed.")
                .retryAfter(RetryAfter.ofSeconds(1)));
    }

    private record Failure(long at, String reason) {}

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Another change was faster. */
    static final class Conflict extends Outdated {

        Conflict(String message) {
            super(message);
        }
    }
}
