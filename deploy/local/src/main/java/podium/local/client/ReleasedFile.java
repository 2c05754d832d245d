package podium.local.client;

/**
 * A file that entrants may download.
 *
 * @param name such as {@code train.csv}
 * @param bytes its size
 * @param sha256 of its bytes
 * @param rows data rows
 * @param href where it is
 */
public record ReleasedFile(String name, long bytes, String sha256, long rows, String href) {}
