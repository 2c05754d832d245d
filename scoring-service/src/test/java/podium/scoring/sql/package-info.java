@NullMarked
package podium.scoring.sql;

import org.jspecify.annotations.NullMarked;
