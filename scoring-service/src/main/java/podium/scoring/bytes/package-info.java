/** Text as the bytes of a file: eight at a time, and found again by their bytes. No String a row. */
@NullMarked
package podium.scoring.bytes;

import org.jspecify.annotations.NullMarked;
