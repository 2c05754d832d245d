@NullMarked
package podium.scoring.fingerprint;

import org.jspecify.annotations.NullMarked;
