@NullMarked
package podium.scoring.anonymization;

import org.jspecify.annotations.NullMarked;
