/**
 * PostgreSQL, Kafka, Keycloak and an S3 store as child processes or containers, for tests and for running Podium on one
 * machine. {@link podium.backends.Backends} shares one of each in a test JVM; the server classes stand on their own.
 */
@NullMarked
package podium.backends;

import org.jspecify.annotations.NullMarked;
