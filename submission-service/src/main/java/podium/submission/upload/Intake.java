package podium.submission.upload;

import java.io.IOException;
import java.io.InputStream;
import podium.kit.content.ContentCoding;
import podium.kit.content.ContentDigest;
import podium.kit.content.LimitExceededException;
import podium.kit.content.LimitedInputStream;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;

/**
 * Reads the body of an upload once: the bytes as sent go to the store, while they are unpacked to see that they can be, and
 * how much they become. Nothing is kept in memory but a buffer.
 */
final class Intake {
    private static final int BUFFER = 64 * 1024;

    /** What became of a body. */
    sealed interface Taken {
        /** It is stored. */
        record Stored(StoredFile file) implements Taken {}

        /** Its size, as sent or unpacked, is above the limit. */
        record TooLarge(long limit) implements Taken {}

        /** It cannot be unpacked. */
        record CodingBroken(String why) implements Taken {}

        /** It is not what the client declared. */
        record DigestMismatch() implements Taken {}

        /** There is nothing in it. */
        record Empty() implements Taken {}

        /** It came too slowly, broke off, or its place in the quota was lost. */
        record Interrupted(String why) implements Taken {}
    }

    /** Ends an upload from within {@link TeeInputStream.Progress}. */
    static final class InterruptedUploadException extends IOException {
        private static final long serialVersionUID = 1L;
        private final String why;

        InterruptedUploadException(String why) {
            super(why);
            this.why = why;
        }
    }

    private final ContentCoding coding;
    private final ContentDigest declared;
    private final long limit;
    private final TeeInputStream.Progress progress;

    /** @param limit the most bytes, as sent and unpacked */
    Intake(ContentCoding coding, ContentDigest declared, long limit, TeeInputStream.Progress progress) {
        this.coding = coding;
        this.declared = declared;
        this.limit = limit;
        this.progress = progress;
    }

    /** Reads the body to its end into the file, which is completed if all is well; the caller closes it. */
    Taken take(InputStream body, PendingFile file) {
        ContentDigest.Reading reading = declared.reading(body);
        TeeInputStream tee = new TeeInputStream(reading.stream(), file.stream(), limit, progress);
        try {
            if (unpack(tee) == 0) {
                return new Taken.Empty();
            }
            if (!reading.matches()) {
                return new Taken.DigestMismatch();
            }
        } catch (LimitExceededException e) {
            return new Taken.TooLarge(e.limit());
        } catch (InterruptedUploadException e) {
            return new Taken.Interrupted(e.why);
        } catch (TeeInputStream.SourceException _) {
            return new Taken.Interrupted("The body broke off.");
        } catch (IOException e) {
            return tee.count() == 0 ? new Taken.Empty() : new Taken.CodingBroken(String.valueOf(e.getMessage()));
        }
        return new Taken.Stored(file.complete());
    }

    /** Reads everything and answers how many bytes it unpacks to. */
    private long unpack(TeeInputStream tee) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream decoder = coding == ContentCoding.GZIP ? new StrictGzip(tee, tee::count) : coding.decode(tee);
        LimitedInputStream unpacked = new LimitedInputStream(decoder, limit);
        drain(unpacked, buffer);
        // What a decoder leaves unread still has to be stored and hashed.
        drain(tee, buffer);
        if (decoder instanceof StrictGzip gzip) {
            gzip.requireEnd();
        }
        return unpacked.count();
    }

    private static void drain(InputStream in, byte[] buffer) throws IOException {
        int n;
        do {
            n = in.read(buffer, 0, buffer.length);
        } while (n >= 0);
    }
}
