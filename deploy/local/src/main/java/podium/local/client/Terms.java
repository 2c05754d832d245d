package podium.local.client;

/**
 * The terms in force.
 *
 * @param version counts from 1
 * @param sha256 of the text
 * @param text what a person accepts
 */
public record Terms(int version, String sha256, String text) {}
