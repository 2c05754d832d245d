/** The signed statement that a submission was accepted. Everything here can be checked without Podium. */
@NullMarked
package podium.submission.receipt;

import org.jspecify.annotations.NullMarked;
