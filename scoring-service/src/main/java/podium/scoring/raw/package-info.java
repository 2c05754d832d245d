/** Raw CSV as organizers bring it: its format, its profile, its columns. One streaming pass each, bounded memory. */
@NullMarked
package podium.scoring.raw;

import org.jspecify.annotations.NullMarked;
