package podium.kit.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that arrives in parts.
 *
 * @param purpose what it is for, in the words of the service
 * @param ownerId the thing that it belongs to, such as a contest
 * @param createdBy the pseudonymous id of the person who began it
 * @param bytes the length of the whole file as it is sent
 * @param sha256 its declared SHA-256, 64 lower-case hexadecimal digits
 * @param partBytes the length of each part but the last
 * @param state how far it is
 * @param refusal why it was refused, null if it was not
 * @param expiresAt when it is forgotten
 */
public record PartedUpload(
        UUID id,
        String purpose,
        UUID ownerId,
        String createdBy,
        long bytes,
        String sha256,
        long partBytes,
        State state,
        @Nullable Refusal refusal,
        Instant createdAt,
        Instant expiresAt) {

    /** The most parts that a file may have. */
    public static final int MOST_PARTS = 10_000;

    /** How far an upload is. */
    public enum State {
        /** Parts are received. */
        OPEN,
        /** All parts are there; the file is being looked at. */
        COMPLETE,
        /** The file was taken. */
        DONE,
        /** The file was not taken. */
        REFUSED;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Why a file was not taken.
     *
     * @param code the code of the problem
     * @param detail what to do about it
     */
    public record Refusal(String code, String detail) {}

    /** How many parts the file has. */
    public int parts() {
        return parts(bytes, partBytes);
    }

    /** How many parts a file of that length has; {@link #MOST_PARTS} + 1 for more. */
    static int parts(long bytes, long partBytes) {
        return (int) Math.min(Math.ceilDiv(bytes, partBytes), MOST_PARTS + 1);
    }

    /**
     * The length of a part.
     *
     * @param number 1 to {@link #parts()}
     */
    public long partLength(int number) {
        return number < parts() ? partBytes : bytes - (parts() - 1) * partBytes;
    }
}
