/** JSON in columns of the database, and JSON that is hashed. */
@NullMarked
package podium.scoring.json;

import org.jspecify.annotations.NullMarked;
