package podium.scoring.sql;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import podium.scoring.sandbox.SandboxProcess;
import podium.scoring.sandbox.SandboxProgram;

/**
 * Runs the organizers' queries, each on the rows of one part and in a process of its own, a bounded number at a time. A
 * process takes its query's memory and up to {@value SandboxProcess#OVERHEAD_MEBIBYTES} MiB more.
 */
@ApplicationScoped
public class SqlRunner {
    private final Semaphore places;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sql-time-limit").daemon().factory());
    private @Nullable SandboxProgram program;

    /**
     * Runs nothing yet.
     *
     * @param processes how many processes there are at a time; who asks for more waits
     */
    @Inject
    public SqlRunner(@ConfigProperty(name = "podium.scoring.sql.processes", defaultValue = "1") int processes) {
        places = new Semaphore(processes, true);
    }

    /**
     * Has a query answered for each part, one after the other. A part whose query fails keeps no other from its answer.
     *
     * @param tables the tables with all rows of the solution
     * @param parts the rows of each part
     * @return an answer for each part
     * @throws UncheckedIOException no process could be started; worth another try
     */
    public List<SqlAnswer> run(SqlMetric metric, SqlTables tables, List<int[]> parts) {
        return parts.stream().map(rows -> run(metric, tables, rows)).toList();
    }

    private SqlAnswer run(SqlMetric metric, SqlTables tables, int[] rows) {
        places.acquireUninterruptibly();
        try (SqlProcess process = SqlProcess.start(program(), metric, timer)) {
            return process.ask(tables, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("An organizer's query could not be run", e);
        } finally {
            places.release();
        }
    }

    /** Unpacked when first needed: most services never run such a query. */
    private synchronized SandboxProgram program() throws IOException {
        SandboxProgram unpacked = program;
        if (unpacked == null) {
            unpacked = SqlProcess.program();
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
