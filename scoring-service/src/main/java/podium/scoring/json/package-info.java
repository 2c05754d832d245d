/** JSON in columns of the database. */
@NullMarked
package podium.scoring.json;

import org.jspecify.annotations.NullMarked;
