/** Attacks on what is to be published, as an outsider would run them. Pure: values in, values out. */
@NullMarked
package podium.scoring.attack;

import org.jspecify.annotations.NullMarked;
