/** What every service stands on. No word of the domain occurs here. */
@NullMarked
package podium.kit;

import org.jspecify.annotations.NullMarked;
