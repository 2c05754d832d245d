/** Work that goes on in the background, each piece claimed by one replica at a time and surviving all of them. */
@NullMarked
package podium.scoring.background;

import org.jspecify.annotations.NullMarked;
