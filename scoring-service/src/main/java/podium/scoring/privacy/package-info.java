/** What a release would risk, and whether it may leave: risks, verdict, reasons. Pure: values in, values out. */
@NullMarked
package podium.scoring.privacy;

import org.jspecify.annotations.NullMarked;
