package podium.kit.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Small hints between the replicas of one service, over PostgreSQL's LISTEN and NOTIFY.
 *
 * <p>A hint says "look": it is lost to a replica whose connection is down at that moment, so the truth must be in a table.
 * Each replica, the sender included, hears every hint of the database it shares with the others.
 */
@ApplicationScoped
public class Signals {

    /** The one PostgreSQL channel; our channels are a prefix of the payload, so that a subscription needs no round trip. */
    static final String POSTGRES_CHANNEL = "podium";

    private static final Logger LOG = Logger.getLogger(Signals.class);
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9._-]{0,62}");
    // PostgreSQL refuses 8000 bytes and more.
    private static final int MAX_BYTES = 7_900;

    private final DataSource database;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    Signals(DataSource database) {
        this.database = database;
    }

    /** As {@link #subscribe(String, Consumer, Runnable)}, for one that need not know of gaps. */
    public Subscription subscribe(String channel, Consumer<String> onPayload) {
        return subscribe(channel, onPayload, () -> {});
    }

    /**
     * Hears what is sent on a channel from now on. Both callbacks run on the listening thread, one after the other for all
     * subscribers, so they hand their work to somebody else.
     *
     * @param channel lower-case letters, digits, dots, dashes and underscores
     * @param onPayload is given each payload
     * @param onGap is called whenever the connection is made, again or for the first time: hints may have been lost
     */
    public Subscription subscribe(String channel, Consumer<String> onPayload, Runnable onGap) {
        var subscriber = new Subscriber(checked(channel), onPayload, onGap);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /**
     * Sends a hint: with the current transaction's commit, or at once when there is none. Equal hints of one transaction
     * arrive once.
     *
     * @throws IllegalArgumentException for a payload beyond 7,900 bytes
     */
    public void send(String channel, String payload) {
        String text = checked(channel) + ':' + payload;
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("A signal is a hint, not a message: more than " + MAX_BYTES + " bytes");
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, POSTGRES_CHANNEL);
            statement.setString(2, text);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The signal was not sent on channel " + channel, e);
        }
    }

    /** Hands a notification of PostgreSQL to those who subscribed to its channel. */
    void deliver(String notification) {
        int end = notification.indexOf(':');
        if (end < 0) {
            return; // Somebody else's use of the same PostgreSQL channel.
        }
        String channel = notification.substring(0, end);
        String payload = notification.substring(end + 1);
        for (Subscriber each : subscribers) {
            if (each.channel.equals(channel)) {
                guarded(channel, () -> each.onPayload.accept(payload));
            }
        }
    }

    /** Tells everybody that hints may have been lost. */
    void gap() {
        for (Subscriber each : subscribers) {
            guarded(each.channel, each.onGap);
        }
    }

    // One subscriber's mistake must not keep hints from the others.
    private static void guarded(String channel, Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A subscriber of channel %s failed", channel);
        }
    }

    private static String checked(String channel) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("Not a channel: " + channel);
        }
        return channel;
    }

    private record Subscriber(String channel, Consumer<String> onPayload, Runnable onGap) {}
}
