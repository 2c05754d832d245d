@NullMarked
package podium.kit.failure;

import org.jspecify.annotations.NullMarked;
