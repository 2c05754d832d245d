package podium.kit.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its sender sees it: what was received, so that the rest can be sent.
 *
 * @param purpose what the file is for
 * @param bytes the length of the whole file
 * @param partBytes the length of each part but the last
 * @param parts how many parts there are
 * @param received the parts that have arrived, by number
 * @param refusal why the file was not taken
 * @param expiresAt when what was received is forgotten
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartedUploadView(
        UUID uploadId,
        String purpose,
        PartedUpload.State state,
        long bytes,
        String sha256,
        long partBytes,
        int parts,
        List<Received> received,
        PartedUpload.@Nullable Refusal refusal,
        Instant createdAt,
        Instant expiresAt) {

    /** A part that has arrived; sent again it takes the place of this one. */
    public record Received(int number, long bytes, String sha256) {
        /** What is told of a part. */
        public static Received of(UploadPart part) {
            return new Received(part.number(), part.bytes(), part.sha256());
        }
    }

    /**
     * An upload as it is told.
     *
     * @param parts those that have arrived, by number
     */
    public static PartedUploadView of(PartedUpload upload, List<UploadPart> parts) {
        return new PartedUploadView(
                upload.id(),
                upload.purpose(),
                upload.state(),
                upload.bytes(),
                upload.sha256(),
                upload.partBytes(),
                upload.parts(),
                parts.stream().map(Received::of).toList(),
                upload.refusal(),
                upload.createdAt(),
                upload.expiresAt());
    }
}
