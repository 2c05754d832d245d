/**
 * The demo's contestants: small honest models for a binary label over categorical columns. Pure: no clock, no I/O, and
 * randomness only from a seed.
 */
@NullMarked
package podium.local.model;

import org.jspecify.annotations.NullMarked;
