package dev.casesaudit.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of its own, empty at first. */
public record PostgresDatabase(int port, String name) {

    public static final String USER = "cases";

    /** Returns its address, as {@code cases.postgresql.url} takes it. */
    public String url() {
        return "postgresql://127.0.0.1:%s/%s".formatted(String.valueOf(port), name);
    }

    /** Returns options with which a packaged mock keeps the world in it. */
    public String[] options() {
        return new String[] {
            "-Dcases.store=postgresql", "-Dcases.postgresql.url=" + url(), "-Dcases.postgresql.user=" + USER
        };
    }

    /** Runs a statement, past the mock. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(), USER, "");
    }
}
