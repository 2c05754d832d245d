package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import podium.kit.problem.Problems;
import podium.scoring.parquet.ParquetBusyException;
import podium.scoring.parquet.ParquetConfig;
import podium.scoring.parquet.ParquetConversion;
import podium.scoring.parquet.ParquetFile;
import podium.scoring.parquet.ParquetLimits;
import podium.scoring.parquet.WorkDirectory;
import podium.scoring.parquet.WorkFile;
import podium.scoring.plan.DatasetLimits;

/** Makes a table in CSV of whatever format a raw file has. */
@ApplicationScoped
class RawConversion {
    private static final Duration BUSY = Duration.ofMinutes(1);

    private final WorkDirectory work;
    private final ParquetConversion parquet;
    private final ParquetLimits limits;

    @Inject
    RawConversion(WorkDirectory work, ParquetConversion parquet, ParquetConfig config, DatasetLimits limits) {
        this.work = work;
        this.parquet = parquet;
        this.limits =
                new ParquetLimits(limits.rows(), limits.columns(), limits.rawBytes(), config.memory(), config.time());
    }

    /**
     * The CSV of a file. A Parquet file, known by its magic, is read to its end before; of others nothing but the beginning.
     *
     * @param plain the unpacked file; not closed
     * @return to be closed; reading it ends with a {@link podium.scoring.raw.RawFormatException} if the file cannot be turned
     *     into CSV
     * @throws podium.kit.problem.ProblemException 503 {@code parquet-busy}
     */
    InputStream csv(InputStream plain) throws IOException {
        PushbackInputStream in = new PushbackInputStream(plain, ParquetFile.HEAD);
        byte[] head = in.readNBytes(ParquetFile.HEAD);
        in.unread(head);
        if (!ParquetFile.isParquet(head)) {
            return in;
        }
        // The process has the file open when its CSV begins; it needs no longer to be open here.
        try (WorkFile file = work.create()) {
            file.write(in);
            return parquet.csv(file.path(), limits);
        } catch (ParquetBusyException e) {
            throw Problems.unavailable(
                    "parquet-busy", BUSY, "Other Parquet files are being read; send it again in a while.");
        }
    }
}
