@NullMarked
package podium.submission;

import org.jspecify.annotations.NullMarked;
