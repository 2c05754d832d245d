package podium.kit.failure;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import podium.kit.file.StoreException;

/** Tells trouble of the infrastructure, which passes, from a mistake, which may last forever. */
public final class Trouble {

    private Trouble() {}

    /** Whether a cause of the failure, however deep, is that the database, the network or the file store is unwell. */
    public static boolean isTemporary(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable each = open.remove();
            if (!seen.add(each)) {
                continue;
            }
            if (isTemporaryItself(each)) {
                return true;
            }
            if (each.getCause() != null) {
                open.add(each.getCause());
            }
            // The transaction manager tells why a commit failed in suppressed exceptions.
            Collections.addAll(open, each.getSuppressed());
        }
        return false;
    }

    private static boolean isTemporaryItself(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _, SQLNonTransientConnectionException _ -> true;
            case SQLException e -> isTemporaryState(e.getSQLState());
            case SocketException _, SocketTimeoutException _, UnknownHostException _, HttpTimeoutException _ -> true;
            case RetriableException _, StoreException _ -> true;
            default -> false;
        };
    }

    /** SQLSTATEs of PostgreSQL 18, appendix A. */
    private static boolean isTemporaryState(@Nullable String state) {
        if (state == null) {
            return true; // Not from PostgreSQL: the pool had no connection to give in time.
        }
        return state.startsWith("08") // connection exceptions
                || state.startsWith("53") // out of disk, memory or connections
                || state.startsWith("57P0") // shut down, crashed, starting up, dropped
                || state.equals("25006") // read only: this was the primary a moment ago
                || state.equals("40001") // serialization failure
                || state.equals("40P01") // deadlock
                || state.equals("55P03"); // lock not available
    }
}
