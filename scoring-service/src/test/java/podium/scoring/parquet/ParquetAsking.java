package podium.scoring.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that takes a Parquet file into a work directory, begins to read its CSV, says so, and waits to be killed. */
final class ParquetAsking {
    private ParquetAsking() {}

    /**
     * Does that.
     *
     * @param arguments the Parquet file; where the work directory is to be
     */
    public static void main(String[] arguments) throws IOException {
        WorkDirectory work = new WorkDirectory(Path.of(arguments[1]));
        try (WorkFile file = work.create();
                InputStream parquet = Files.newInputStream(Path.of(arguments[0]))) {
            file.write(parquet);
            try (InputStream csv = new ParquetConversion(1).csv(file.path(), ParquetScene.LIMITS)) {
                csv.read();
                System.out.println(ProcessHandle.current()
                        .children()
                        .map(ProcessHandle::pid)
                        .findFirst()
                        .orElseThrow());
                System.in.read();
            }
        }
    }
}
