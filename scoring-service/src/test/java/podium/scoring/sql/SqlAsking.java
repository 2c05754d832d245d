package podium.scoring.sql;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import podium.scoring.sandbox.SandboxProgram;

/** A process that has an endless query answered, and says which process does that. */
final class SqlAsking {
    private SqlAsking() {}

    public static void main(String[] arguments) throws IOException {
        SqlScene scene = new SqlScene(100);
        SandboxProgram program = SqlProcess.program();
        SqlMetric metric = SqlScene.metric(SqlProcessIT.ENDLESS, 64, Duration.ofSeconds(60));
        try (SqlProcess process = SqlProcess.start(program, metric, Executors.newSingleThreadScheduledExecutor())) {
            System.out.println(process.pid());
            process.ask(scene.tables, scene.parts.get(0));
        }
    }
}
