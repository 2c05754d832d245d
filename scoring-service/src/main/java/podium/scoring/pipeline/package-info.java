/** The way from raw rows to release files, in the background: split, generalize, check, rename, reorder, write, publish. */
@NullMarked
package podium.scoring.pipeline;

import org.jspecify.annotations.NullMarked;
