/** What every HTTP endpoint has in common: bodies, limits, pages, cursors and entity tags. */
@NullMarked
package podium.kit.http;

import org.jspecify.annotations.NullMarked;
