@NullMarked
package podium.kit.id;

import org.jspecify.annotations.NullMarked;
