/**
 * Raw data as Parquet: turned into CSV on its way in, so that everything after that knows one format. The file is read by
 * DuckDB in a sandbox, because it comes from somebody else.
 */
@NullMarked
package podium.scoring.parquet;

import org.jspecify.annotations.NullMarked;
