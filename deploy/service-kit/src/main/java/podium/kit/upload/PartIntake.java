package podium.kit.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentDigest;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.problem.Problems;

/** Reads the body of one part into a file. */
public final class PartIntake {
    private static final int BUFFER = 64 * 1024;

    private PartIntake() {}

    /**
     * Receives a part.
     *
     * @param bytes how long it has to be
     * @param contentDigest the header, null if there was none
     * @param file where it goes; completed if all is well, closed by the caller
     * @throws podium.kit.problem.ProblemException 400 {@code part-length}, {@code digest-malformed}, {@code digest-mismatch}
     */
    public static StoredFile receive(InputStream body, long bytes, @Nullable String contentDigest, PendingFile file) {
        ContentDigest.Reading reading = declared(contentDigest).reading(body);
        try {
            long left = bytes;
            byte[] buffer = new byte[BUFFER];
            for (int n = reading.stream().read(buffer);
                    n >= 0;
                    n = reading.stream().read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw wrongLength(bytes);
                }
                file.stream().write(buffer, 0, n);
            }
            if (left > 0) {
                throw wrongLength(bytes);
            }
            if (!reading.matches()) {
                throw Problems.badRequest(
                        "digest-mismatch",
                        "What arrived does not have the declared Content-Digest; send the part again.");
            }
            return file.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException wrongLength(long bytes) {
        return Problems.badRequest("part-length", "This part has " + bytes + " bytes; send exactly these.")
                .with("bytes", bytes);
    }

    private static ContentDigest declared(@Nullable String header) {
        try {
            return ContentDigest.parse(header);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("digest-malformed", "Content-Digest looks like sha-256=:<base64>:");
        }
    }
}
