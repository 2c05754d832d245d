package podium.scoring.parquet;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import podium.scoring.sandbox.SandboxLimits;
import podium.scoring.sandbox.SandboxProcess;
import podium.scoring.sandbox.SandboxProgram;

/**
 * Turns Parquet files into CSV as RFC 4180 has it, in UTF-8, each in a process of its own in a sandbox, a bounded number at a
 * time. The rows come in the file's order, under a header with the names of its columns.
 *
 * <p>Numbers are written so that they are read as the same number again, decimals with all their digits, truths as
 * {@code true} and {@code false}, dates and times as ISO 8601 has them, points in time in UTC (one without a zone is taken as
 * UTC). What is missing, or not a number, is an empty cell.
 */
@ApplicationScoped
public class ParquetConversion {
    private final Semaphore places;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parquet-time-limit").daemon().factory());
    private @Nullable SandboxProgram program;

    @Inject
    ParquetConversion(ParquetConfig config) {
        this(config.processes());
    }

    ParquetConversion(int processes) {
        places = new Semaphore(processes, true);
    }

    /**
     * Starts to read a file.
     *
     * @param file where it can be opened
     * @return its CSV, which is made while it is read; reading it ends with a {@link podium.scoring.raw.RawFormatException} if
     *     the file is no Parquet file, has what has no place in CSV, or has or needs more than the limits allow. To be closed.
     *     The rows may be one more than are allowed, if the footer lies.
     * @throws ParquetBusyException others were not done in the time that one file may take
     * @throws IOException no process could be started
     */
    public InputStream csv(Path file, ParquetLimits limits) throws IOException {
        acquire(limits.time());
        SandboxProcess process = null;
        try {
            process = SandboxProcess.start(
                    program(),
                    new SandboxLimits(limits.memoryMebibytes(), limits.time()),
                    file.toString(),
                    List.of(
                            Integer.toString(limits.memoryMebibytes()),
                            Long.toString(limits.rows()),
                            Integer.toString(limits.columns())),
                    timer);
            Future<?> timeLimit = process.awaitReady();
            return new ParquetStream(process, limits, timeLimit, places::release);
        } catch (IOException | RuntimeException e) {
            if (process != null) {
                process.close();
            }
            places.release();
            throw e;
        }
    }

    private void acquire(Duration longest) throws IOException {
        try {
            if (!places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ParquetBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for other Parquet files", e);
        }
    }

    /** Unpacked when first needed: many services never see such a file. */
    private synchronized SandboxProgram program() throws IOException {
        SandboxProgram unpacked = program;
        if (unpacked == null) {
            unpacked = SandboxProgram.unpack(
                    "podium-parquet",
                    ParquetMain.class,
                    List.of(
                            ParquetMain.Refused.class,
                            ParquetDatabase.class,
                            ParquetDatabase.Column.class,
                            ParquetWire.class));
            program = unpacked;
        }
        return unpacked;
    }

    /** Removes what it has unpacked. */
    @PreDestroy
    public synchronized void close() {
        timer.shutdownNow();
        if (program != null) {
            program.close();
            program = null;
        }
    }
}
