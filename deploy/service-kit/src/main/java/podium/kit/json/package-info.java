/** JSON that is signed or hashed. */
@NullMarked
package podium.kit.json;

import org.jspecify.annotations.NullMarked;
