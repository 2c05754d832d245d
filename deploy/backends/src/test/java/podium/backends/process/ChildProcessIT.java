package podium.backends.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = SECONDS)
class ChildProcessIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void saysWhyAChildDiedBeforeItWasReady() {
        // Given
        ChildProcess child = ChildProcess.start(shell("dying", "echo no such table; exit 3"));

        // When, then
        assertThatThrownBy(() -> child.awaitReady(() -> false, SOON))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("dying ended with 3 before it was ready")
                .hasMessageContaining("no such table");
    }

    @Test
    void killsAChildThatDoesNotAnswerInTime() {
        // Given
        ChildProcess child = ChildProcess.start(shell("mute", "echo waiting; sleep 600"));

        // When, then
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(300)))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("mute was not ready within")
                .hasMessageContaining("waiting");
        assertThat(child.alive()).isFalse();
    }

    @Test
    void stopsWithASignalFirstAndKillsWhatDoesNotListen() throws Exception {
        // Given
        ChildProcess polite =
                ready(shell("polite", "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done"));
        ChildProcess deaf = ready(shell("deaf", "trap '' TERM; echo up; while :; do sleep 0.1; done"));

        // When
        polite.close();
        deaf.stop("TERM", Duration.ofMillis(300));

        // Then
        assertThat(Files.readString(polite.log())).isEqualTo("up\nbye\n");
        assertThat(deaf.alive()).isFalse();
    }

    @Test
    void takesGrandchildrenAlong() throws Exception {
        // Given
        ChildProcess child = ready(shell("family", "sleep 600 & echo $! up; wait"));
        long grandchild = Long.parseLong(Files.readString(child.log()).split(" ", 2)[0]);
        assertThat(runs(grandchild)).isTrue();

        // When
        child.kill();

        // Then
        await().atMost(SOON).until(() -> !runs(grandchild));
    }

    @Test
    void leavesNoOrphanWhenThisJvmIsKilled() throws Exception {
        // Given a JVM with a child and a grandchild
        Path log = directory.resolve("parent.log");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(SOON).until(() -> Files.readString(log).lines().count() == 2);
        List<Long> family = Files.readString(log).lines().map(Long::parseLong).toList();
        assertThat(family).allMatch(ChildProcessIT::runs);

        // When
        parent.destroyForcibly().waitFor();

        // Then
        await().atMost(SOON).until(() -> family.stream().noneMatch(ChildProcessIT::runs));
    }

    /** A JVM that starts a child, prints the ids of the child and its grandchild, and waits for ever. */
    static final class Parent {
        private Parent() {}

        static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            ChildProcess child = ChildProcess.start(new ChildProcess.Start(
                    "child",
                    List.of("sh", "-c", "trap '' TERM HUP INT; sleep 600 & echo $! up; wait"),
                    directory,
                    directory.resolve("child.log")));
            child.awaitReady(() -> Files.readString(child.log()).contains("up"), SOON);
            System.out.println(child.pid());
            System.out.println(Files.readString(child.log()).split(" ", 2)[0]);
            Thread.currentThread().join();
        }
    }

    private static ChildProcess ready(ChildProcess.Start start) {
        ChildProcess child = ChildProcess.start(start);
        return child.awaitReady(() -> Files.readString(child.log()).contains("up"), SOON);
    }

    private ChildProcess.Start shell(String name, String script) {
        return new ChildProcess.Start(name, List.of("sh", "-c", script), directory, directory.resolve(name + ".log"));
    }

    /** An orphan that nobody has waited for yet is dead, too. */
    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
