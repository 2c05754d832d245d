package podium.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The state of the sample service, and a script of what is to go wrong. */
@ApplicationScoped
public class People {

    private final DataSource database;
    private final Map<UUID, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> calls = new ConcurrentHashMap<>();

    People(DataSource database) {
        this.database = database;
    }

    /** Lets the handler of that event fail so many times. */
    public void failOn(UUID event, int times) {
        failures.put(event, new AtomicInteger(times));
    }

    /** How often a handler was called with that event. */
    public int callsFor(UUID event) {
        return calls.getOrDefault(event, new AtomicInteger()).get();
    }

    void called(UUID event) {
        calls.computeIfAbsent(event, _ -> new AtomicInteger()).incrementAndGet();
    }

    void failAsScripted(UUID event) {
        AtomicInteger left = failures.get(event);
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("as scripted");
        }
    }

    void introduce(String name) {
        update("insert into person values (?) on conflict do nothing", name);
    }

    /** Whether somebody was introduced. */
    public boolean knows(String name) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select from person where name = ?")) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void greet(UUID event, String name, String words) {
        update("insert into greeting values (?, ?, ?)", event, name, words);
    }

    /** What was said to a person. */
    public List<String> greetingsOf(String name) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select words from greeting where person = ? order by words")) {
            statement.setString(1, name);
            var words = new ArrayList<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    words.add(row.getString(1));
                }
            }
            return words;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Object... values) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
