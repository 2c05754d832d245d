package podium.scoring.parquet;

/** Other Parquet files are being read, and were not done in time; worth another try. */
public final class ParquetBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParquetBusyException() {
        super("Other Parquet files are being read");
    }
}
