/**
 * Large files that arrive in numbered parts, so that a broken connection costs one part and not the file. A client begins an upload
 * with length and SHA-256 of the whole, sends the parts in any order and as often as it likes, and completes it.
 */
@NullMarked
package podium.kit.upload;

import org.jspecify.annotations.NullMarked;
