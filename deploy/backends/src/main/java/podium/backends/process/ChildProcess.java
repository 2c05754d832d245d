package podium.backends.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that belongs to this JVM: it writes to a log file, is waited for until it answers, and ends when this JVM
 * ends, in whatever way. It leads a process group of its own, so that Ctrl-C at a terminal reaches only the parent and
 * ending the group takes the grandchildren along.
 */
public final class ChildProcess implements AutoCloseable {
    private static final int SHOWN_LOG_LINES = 30;
    private static final int SHOWN_LOG_BYTES = 16_384;
    private static final Duration DEATH_WITHIN = Duration.ofSeconds(20);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    /**
     * What to start and how.
     *
     * @param name what messages call it
     * @param command program and arguments
     * @param environment variables to set on top of this JVM's own
     * @param directory where it runs
     * @param log the file that its output is appended to
     * @param farewell the signal, such as {@code KILL} or {@code TERM}, that it gets when this JVM is gone; what is left
     *     of its group two seconds later is killed
     */
    public record Start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            String farewell) {
        /** Copies the collections. */
        public Start {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        /**
         * A process without further environment that is simply killed when this JVM is gone.
         *
         * @param name what messages call it
         * @param command program and arguments
         * @param directory where it runs
         * @param log the file that its output is appended to
         */
        public Start(String name, List<String> command, Path directory, Path log) {
            this(name, command, Map.of(), directory, log, "KILL");
        }
    }

    /** Asks a child whether it answers. */
    @FunctionalInterface
    public interface Readiness {
        /**
         * Asks once.
         *
         * @return true if it answers as it should
         * @throws Exception if it does not answer yet; the last one is shown when the time is over
         */
        boolean answered() throws Exception;
    }

    private final Start start;
    private final Process process;

    private ChildProcess(Start start, Process process) {
        this.start = start;
        this.process = process;
    }

    /**
     * Starts a process. It runs when this returns; whether it is any use is for {@link #awaitReady} to say.
     *
     * @param start what to start
     * @return the running process
     */
    public static ChildProcess start(Start start) {
        Guard guard = Guard.instance();
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(start.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(start.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
        builder.environment().putAll(start.environment());
        try {
            Files.createDirectories(start.directory());
            Files.createDirectories(start.log().toAbsolutePath().getParent());
            Process process = builder.start();
            guard.watch(process.pid(), start.farewell());
            var _ = process.onExit().thenRun(() -> guard.forget(process.pid()));
            return new ChildProcess(start, process);
        } catch (IOException e) {
            throw new BackendException("Cannot start " + start.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param start what to run
     * @param bound how long it may take
     * @throws BackendException if it takes longer or ends with anything but 0; the message shows the end of its log
     */
    public static void run(Start start, Duration bound) {
        ChildProcess child = start(start);
        if (!child.endedWithin(bound)) {
            child.kill();
            throw new BackendException(start.name() + " took more than " + bound.toSeconds() + " s." + child.lastLog());
        }
        if (child.process.exitValue() != 0) {
            throw new BackendException(
                    start.name() + " ended with " + child.process.exitValue() + "." + child.lastLog());
        }
    }

    /**
     * Waits until the process answers.
     *
     * @param readiness asks it
     * @param bound how long to wait
     * @return this
     * @throws BackendException if it died or did not answer in time (it is killed then); the message shows the end of its
     *     log
     */
    public ChildProcess awaitReady(Readiness readiness, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        Exception last = null;
        while (true) {
            try {
                if (readiness.answered()) {
                    return this;
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (Exception e) {
                last = e;
            }
            if (endedWithin(Duration.ofMillis(pause))) {
                throw new BackendException(
                        start.name() + " ended with " + process.exitValue() + " before it was ready." + lastLog(),
                        last);
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new BackendException(
                        start.name() + " was not ready within " + bound.toSeconds() + " s." + lastLog(), last);
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /**
     * The process id, which is also the id of its process group.
     *
     * @return the id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether it runs.
     *
     * @return false once it has ended
     */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Where its output goes.
     *
     * @return the log file
     */
    public Path log() {
        return start.log();
    }

    /** Kills the process and its group with SIGKILL and waits until the process is gone: a crash, for tests of crashes. */
    public void kill() {
        signal("KILL");
        process.destroyForcibly();
        if (!endedWithin(DEATH_WITHIN)) {
            throw new BackendException(start.name() + " (process " + pid() + ") does not die.");
        }
    }

    /**
     * Asks the process to end, and kills it if it has not done so in time.
     *
     * @param signal the signal at which it ends in good order, usually {@code TERM}
     * @param grace how long it may take
     */
    public void stop(String signal, Duration grace) {
        if (process.isAlive()) {
            signal(signal, pid());
            if (endedWithin(grace)) {
                return;
            }
        }
        kill();
    }

    /** Stops it with SIGTERM and ten seconds of grace. */
    @Override
    public void close() {
        stop("TERM", Duration.ofSeconds(10));
    }

    /**
     * Sends a signal to the process and its group.
     *
     * @param signal a name such as {@code KILL}, {@code STOP} or {@code CONT}
     */
    public void signal(String signal) {
        signal(signal, -pid());
    }

    private static void signal(String signal, long target) {
        try {
            // Java can send two signals and none to a group; the shell's own kill needs no further program.
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" -- \"$2\"", "sh", signal, Long.toString(target))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean endedWithin(Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static BackendException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackendException("Interrupted.", e);
    }

    private String lastLog() {
        try (RandomAccessFile file = new RandomAccessFile(start.log().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - SHOWN_LOG_BYTES));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return " The end of " + start.log() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            return " There is no log in " + start.log() + ".";
        }
    }
}
