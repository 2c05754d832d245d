/**
 * An S3 store over a directory as a process of its own, with rights per identity and bucket.
 *
 * <p>The name of the package is no free choice: S3Proxy looks for {@code .nio2blob.} in the name of a store's class to tell
 * what the store can do by itself, such as creating only what is not there yet.
 */
@NullMarked
package podium.backends.nio2blob;

import org.jspecify.annotations.NullMarked;
