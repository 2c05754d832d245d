package podium.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import podium.kit.outbox.Republisher;

/** Tells all greetings that were ever heard, on a topic that nobody consumes here. */
@ApplicationScoped
class GreetingRepublisher implements Republisher {

    private final DataSource database;

    GreetingRepublisher(DataSource database) {
        this.database = database;
    }

    @Override
    public void republish(Sink sink) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select * from greeting");
                var row = statement.executeQuery()) {
            while (row.next()) {
                String person = row.getString("person");
                sink.send(
                        "letters",
                        person,
                        row.getObject("event_id", UUID.class),
                        Instant.EPOCH,
                        new Greeted(person, row.getString("words")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
