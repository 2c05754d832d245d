package podium.scoring.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process in a sandbox, seen from the one who asks. The operating system limits its memory, its processor time and its open
 * files, and lets it write none; its environment and its working directory are empty; two pipes, and perhaps one file open
 * for reading, are all that it has.
 */
public final class SandboxProcess implements AutoCloseable {
    /** What the JVM and DuckDB need beyond what DuckDB counts, in MiB: 130 at rest, and what a query holds uncounted. */
    public static final int OVERHEAD_MEBIBYTES = 256;

    /** The same in addresses, most of which never become memory. A second net: the first does not count shared memory. */
    public static final int OVERHEAD_ADDRESSES = 2048;

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int LONGEST_MESSAGE = 4000;

    /**
     * Shell: sets the limits that it is given, opens the file if there is one, then becomes the program that follows. Answers
     * have a pipe of their own: what DuckDB prints, because a query makes it, goes nowhere.
     */
    private static final String LIMITED = """
            ulimit -c 0 && ulimit -f 0 && ulimit -n 64 && ulimit -t "$1" && ulimit -d "$2" && ulimit -v "$3" || exit
            if [ -n "$4" ]; then exec 4<"$4"; fi
            shift 4
            exec /usr/bin/env -i "$@" 3>&1 1>&2""";

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms8m",
            "-Xmx48m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxMetaspaceSize=48m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED");

    /** What a process that a signal has ended is said to have ended with, beyond the number of the signal. */
    private static final int SIGNAL = 128;

    private static final int SIGXCPU = 24;

    private final SandboxLimits limits;
    private final Path workingDirectory;
    private final Process process;
    private final ScheduledExecutorService timer;
    private volatile boolean stopped;

    private SandboxProcess(
            SandboxLimits limits, Path workingDirectory, Process process, ScheduledExecutorService timer) {
        this.limits = limits;
        this.workingDirectory = workingDirectory;
        this.process = process;
        this.timer = timer;
    }

    /**
     * Starts a process.
     *
     * @param file what it may read as {@link SandboxChild#FILE}; empty for nothing
     * @param arguments of its main method
     * @param timer kills it at its time limits
     * @throws IOException it cannot be started
     */
    public static SandboxProcess start(
            SandboxProgram program,
            SandboxLimits limits,
            String file,
            List<String> arguments,
            ScheduledExecutorService timer)
            throws IOException {
        Path workingDirectory = program.workingDirectory();
        long cpuSeconds = limits.time().plus(LONGEST_START).toSeconds();
        long memory = 1024L * (limits.memoryMebibytes() + OVERHEAD_MEBIBYTES);
        long addresses = 1024L * (limits.memoryMebibytes() + OVERHEAD_ADDRESSES);
        List<String> command = Stream.of(
                        Stream.of("/bin/sh", "-c", LIMITED, "podium-sandbox"),
                        Stream.of(cpuSeconds, memory, addresses).map(String::valueOf),
                        Stream.of(file),
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JVM_OPTIONS.stream(),
                        Stream.of("-Djava.library.path=" + program.libraries()),
                        Stream.of("-Djava.io.tmpdir=" + workingDirectory),
                        Stream.of("-cp", program.jar().toString(), program.mainClass()),
                        arguments.stream())
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
        builder.environment().clear();
        try {
            return new SandboxProcess(limits, workingDirectory, builder.start(), timer);
        } catch (IOException e) {
            PrivateDirectory.delete(workingDirectory);
            throw e;
        }
    }

    /**
     * Waits until it has started; from then on its time runs.
     *
     * @return its end by force at the limit, to be cancelled by who has the answer before
     * @throws IOException it did not come to the point where it could be asked
     */
    public Future<?> awaitReady() throws IOException {
        Future<?> start = stopAfter(LONGEST_START);
        int first = answers().read();
        start.cancel(false);
        if (first != SandboxChild.READY) {
            String said = new String(process.getErrorStream().readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
            throw new IOException("A process in a sandbox did not start, exit code " + exitCode() + ": " + said);
        }
        return stopAfter(limits.time());
    }

    /** What it reads. */
    public OutputStream questions() {
        return process.getOutputStream();
    }

    /** What it says. */
    public InputStream answers() {
        return process.getInputStream();
    }

    /** What it ended with, 128 and the number of the signal if that was one; ended by force if it does not end soon. */
    public int exitCode() {
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            return process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
            return SIGNAL + 9;
        }
    }

    /** Whether it was stopped at a limit of time: the clock's, or the operating system's for the processor. */
    public boolean outOfTime() {
        return stopped || exitCode() == SIGNAL + SIGXCPU;
    }

    private Future<?> stopAfter(Duration limit) {
        return timer.schedule(
                () -> {
                    stopped = true;
                    kill();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
        PrivateDirectory.delete(workingDirectory);
    }
}
