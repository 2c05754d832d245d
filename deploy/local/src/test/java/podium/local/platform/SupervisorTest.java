package podium.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.backends.process.ChildProcess;
import podium.backends.process.ServerProcess;

class SupervisorTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    @TempDir
    private Path temporary;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void withSupervisionAComponentThatDiesIsStartedAgain() {
        Sleeper sleeper = new Sleeper(temporary);
        try (Supervisor supervisor = new Supervisor(Map.of(Component.KAFKA, sleeper), true, log::add)) {
            long first = sleeper.pid();
            sleeper.kill();
            await().atMost(BOUND).until(() -> sleeper.alive() && sleeper.pid() != first);
            await().atMost(BOUND)
                    .untilAsserted(
                            () -> assertThat(log).singleElement().asString().startsWith("Kafka had died and is up"));
            assertThat(supervisor.death()).isNotDone();
        } finally {
            sleeper.close();
        }
    }

    @Test
    void withoutSupervisionADeathIsTheEndAndShowsTheLog() throws Exception {
        Sleeper sleeper = new Sleeper(temporary);
        Files.writeString(sleeper.log(), "last words\n");
        try (Supervisor supervisor = new Supervisor(Map.of(Component.KAFKA, sleeper), false, log::add)) {
            sleeper.kill();
            assertThat(supervisor.death()).succeedsWithin(BOUND).satisfies(problem -> assertThat(problem)
                    .hasMessage("Kafka has died. The end of " + sleeper.log() + ":\nlast words"));
        }
    }

    @Test
    void aComponentThatIsStoppedAfterTheSupervisorIsNoDeath() {
        Sleeper sleeper = new Sleeper(temporary);
        Supervisor supervisor = new Supervisor(Map.of(Component.KAFKA, sleeper), true, log::add);
        supervisor.close();
        sleeper.close();
        assertThat(supervisor.death()).isNotDone();
        assertThat(log).isEmpty();
    }

    /** A component that does nothing for a minute. */
    private static final class Sleeper extends ServerProcess implements Server {
        private final ChildProcess.Start start;

        Sleeper(Path directory) {
            start = new ChildProcess.Start("Sleeper", List.of("sleep", "60"), directory, directory.resolve("log"));
            begin();
        }

        @Override
        protected ChildProcess launch() {
            return ChildProcess.start(start);
        }

        @Override
        public ServerProcess process() {
            return this;
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Path log() {
            return start.log();
        }

        @Override
        public boolean healthy() {
            return alive();
        }

        @Override
        public void close() {
            stop("TERM", BOUND);
        }
    }
}
