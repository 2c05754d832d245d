package podium.scoring.parquet;

import java.time.Duration;

/**
 * How much a Parquet file may have and need.
 *
 * @param rows the most rows
 * @param columns the most columns
 * @param bytes the most bytes of its CSV
 * @param memoryMebibytes what DuckDB may use, in MiB
 * @param time how long it may take, the one who reads the CSV included
 */
public record ParquetLimits(long rows, int columns, long bytes, int memoryMebibytes, Duration time) {}
