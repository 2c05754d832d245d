/** Reads prediction files: parses, validates and joins by id in one pass, and tells the entrant what is wrong, row by row. */
@NullMarked
package podium.scoring.prediction;

import org.jspecify.annotations.NullMarked;
