@NullMarked
package podium.scoring.parquet;

import org.jspecify.annotations.NullMarked;
