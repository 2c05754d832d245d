/**
 * Processes that have nothing: DuckDB on what strangers wrote, kept by the operating system from everything else. What they are
 * asked and what they answer is up to the package that starts them.
 */
@NullMarked
package podium.scoring.sandbox;

import org.jspecify.annotations.NullMarked;
