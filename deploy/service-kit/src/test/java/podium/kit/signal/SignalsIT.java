package podium.kit.signal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import podium.kit.sample.SampleBackends;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class SignalsIT {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Inject
    Signals signals;

    @Inject
    DataSource database;

    @Test
    void deliversWithTheCommitAndNeverWithoutOne() {
        try (var _ = signals.subscribe("news", heard::add)) {
            QuarkusTransaction.begin();
            signals.send("news", "undone");
            QuarkusTransaction.rollback();

            QuarkusTransaction.requiringNew().run(() -> {
                signals.send("news", "done");
                signals.send("news", "done");
            });
            signals.send("news", "at once");

            await().atMost(5, SECONDS).until(() -> heard.size() == 2);
            assertThat(heard).containsExactly("done", "at once");
        }
    }

    @Test
    void listensAgainAfterItsConnectionWasKilledAndTellsOfTheGap() throws SQLException {
        var gaps = new AtomicInteger();
        try (var _ = signals.subscribe("news", heard::add, gaps::incrementAndGet)) {
            terminateTheListener();
            await().atMost(10, SECONDS).until(() -> gaps.get() == 1);

            signals.send("news", "still here");

            await().atMost(5, SECONDS).until(() -> heard.contains("still here"));
        }
    }

    private void terminateTheListener() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and application_name = 'podium-signals'""")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }
}
