/** Ratings of items by users, and the stages that make a release of them. Pure: values in, values out. */
@NullMarked
package podium.scoring.ratings;

import org.jspecify.annotations.NullMarked;
