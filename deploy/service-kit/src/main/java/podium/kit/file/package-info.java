/** Immutable files named by id, in a directory or on S3, and what HTTP needs to send and receive them. */
@NullMarked
package podium.kit.file;

import org.jspecify.annotations.NullMarked;
