/** How raw data is to become a release: classes of columns, hierarchies, k, holdout; checked against data and limits. */
@NullMarked
package podium.scoring.plan;

import org.jspecify.annotations.NullMarked;
