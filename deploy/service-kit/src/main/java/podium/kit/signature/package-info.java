/** Signatures that anybody can check: Ed25519 keys and their public halves. */
@NullMarked
package podium.kit.signature;

import org.jspecify.annotations.NullMarked;
