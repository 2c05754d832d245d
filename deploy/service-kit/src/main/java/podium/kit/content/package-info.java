/** Bytes on their way over HTTP: codings, digests, ranges, limits. */
@NullMarked
package podium.kit.content;

import org.jspecify.annotations.NullMarked;
