/** SHA-256 of bytes and texts. */
@NullMarked
package podium.kit.digest;

import org.jspecify.annotations.NullMarked;
