package podium.kit.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, or {@code query/<name>}, {@code path/<name>},
 *     {@code header/<name>}
 * @param message what, and what would be right
 */
public record Violation(String pointer, String message) {}
