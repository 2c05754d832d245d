/** The rules of a contest as data, and what makes them valid. Pure: no clock, no database. */
@NullMarked
package podium.submission.definition;

import org.jspecify.annotations.NullMarked;
