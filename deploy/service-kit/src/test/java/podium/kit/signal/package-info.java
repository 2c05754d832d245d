@NullMarked
package podium.kit.signal;

import org.jspecify.annotations.NullMarked;
