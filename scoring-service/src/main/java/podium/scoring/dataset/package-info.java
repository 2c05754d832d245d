/** The way of a dataset: raw upload, plan, background anonymization, approvals, release. */
@NullMarked
package podium.scoring.dataset;

import org.jspecify.annotations.NullMarked;
