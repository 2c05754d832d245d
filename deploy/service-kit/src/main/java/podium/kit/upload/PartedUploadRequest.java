package podium.kit.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;

/**
 * How a client begins an upload in parts.
 *
 * @param bytes the length of the whole file as it is sent
 * @param sha256 its SHA-256, 64 hexadecimal digits
 * @param partBytes how long each part but the last is to be; the service's choice if it is left out
 */
public record PartedUploadRequest(
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Long partBytes) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * The request with everything filled in.
     *
     * @param mostBytes the longest file
     * @param mostPartBytes the longest part, which is also the service's choice
     * @throws podium.kit.problem.ProblemException 413 {@code body-too-large}, 422 {@code invalid} with everything that is wrong
     */
    public Checked checked(long mostBytes, long mostPartBytes) {
        List<Violation> violations = new ArrayList<>();
        if (bytes == null || bytes < 1) {
            violations.add(new Violation("/bytes", "Declare the length of the whole file in bytes, at least 1."));
        } else if (bytes > mostBytes) {
            throw Problems.tooLarge(mostBytes);
        }
        if (sha256 == null || !SHA256.matcher(sha256).matches()) {
            violations.add(new Violation(
                    "/sha256",
                    "Declare the SHA-256 of the whole file as it is sent, 64 lower-case hexadecimal digits."));
        }
        long part = partBytes == null ? mostPartBytes : partBytes;
        if (part < 1 || part > mostPartBytes) {
            violations.add(new Violation("/partBytes", "A part has 1 to " + mostPartBytes + " bytes."));
        } else if (bytes != null && bytes > 0 && PartedUpload.parts(bytes, part) > PartedUpload.MOST_PARTS) {
            violations.add(new Violation(
                    "/partBytes", "A file has at most " + PartedUpload.MOST_PARTS + " parts; take longer ones."));
        }
        if (!violations.isEmpty() || bytes == null || sha256 == null) {
            throw Problems.unprocessable(violations);
        }
        return new Checked(bytes, sha256, part);
    }

    /** A request that can be carried out. */
    public record Checked(long bytes, String sha256, long partBytes) {}
}
