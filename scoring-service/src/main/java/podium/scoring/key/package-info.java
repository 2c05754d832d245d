/** The secret keys of each contest, wrapped by the operator's master key, and the keyed orders made with them. */
@NullMarked
package podium.scoring.key;

import org.jspecify.annotations.NullMarked;
