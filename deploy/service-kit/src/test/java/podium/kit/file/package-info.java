/** Tests of files. */
@NullMarked
package podium.kit.file;

import org.jspecify.annotations.NullMarked;
