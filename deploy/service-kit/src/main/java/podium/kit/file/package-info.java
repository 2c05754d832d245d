/** Immutable files named by id, in a directory or on S3. */
@NullMarked
package podium.kit.file;

import org.jspecify.annotations.NullMarked;
