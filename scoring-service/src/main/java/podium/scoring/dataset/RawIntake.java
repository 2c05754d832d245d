package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.kit.content.ContentDigest;
import podium.kit.content.LimitExceededException;
import podium.kit.content.LimitedInputStream;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.time.TimeSource;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.raw.Profiler;
import podium.scoring.raw.RawFormatException;
import podium.scoring.raw.RawProfile;
import podium.scoring.raw.RawReader;
import podium.scoring.stage.Progress;

/**
 * Takes a raw file into the vault, unpacked and made CSV while it streams, and profiles it there. Nothing is held in memory but
 * a buffer and, for each column, a bounded set of its values.
 */
@ApplicationScoped
public class RawIntake {
    private static final int MAGIC = 4;

    private final Vault vault;
    private final DatasetLimits limits;
    private final RawConversion conversion;
    private final TimeSource time;

    @Inject
    RawIntake(Vault vault, DatasetLimits limits, RawConversion conversion, TimeSource time) {
        this.vault = vault;
        this.limits = limits;
        this.conversion = conversion;
        this.time = time;
    }

    /**
     * Receives a file.
     *
     * @param contestId the contest whose data it is
     * @param body the bytes as they are sent
     * @param contentEncoding the header, null if there was none
     * @param contentDigest the header, null if there was none
     * @param target the contest's label column
     * @throws podium.kit.problem.ProblemException 415 {@code coding-unsupported}, 413 {@code body-too-large}, 400
     *     {@code coding-broken}, {@code digest-malformed}, {@code digest-mismatch}, 422 {@code raw-invalid}, 503
     *     {@code parquet-busy}; nothing of the file is kept then
     */
    public RawFile receive(
            UUID contestId,
            InputStream body,
            @Nullable String contentEncoding,
            @Nullable String contentDigest,
            String target) {
        return receive(contestId, body, contentEncoding, contentDigest, target, 0, Progress.NONE);
    }

    /**
     * The same with progress: the stage {@code receive} in bytes as they are sent, then {@code profile} in bytes unpacked.
     *
     * @param bytes how many are sent, 0 if nobody knows
     */
    public RawFile receive(
            UUID contestId,
            InputStream body,
            @Nullable String contentEncoding,
            @Nullable String contentDigest,
            String target,
            long bytes,
            Progress progress) {
        ContentCoding coding = ContentCoding.of(contentEncoding).orElseThrow(() -> Problems.unsupportedMediaType(
                        "coding-unsupported", "Content-Encoding is identity, gzip or zstd.")
                .header("Accept-Encoding", "identity, gzip, zstd"));
        ContentDigest declared = declared(contentDigest);
        progress.begin("receive", bytes);
        StoredFile stored;
        try {
            stored = store(contestId, new CountedStream(body, progress), coding, declared);
        } catch (RawFormatException e) {
            throw invalid(e);
        }
        progress.begin("profile", stored.bytes());
        try {
            return new RawFile(
                    stored.id(),
                    stored.sha256(),
                    stored.bytes(),
                    time.now(),
                    profile(contestId, stored.id(), target, progress));
        } catch (RawFormatException e) {
            vault.discard(List.of(stored.id()));
            throw invalid(e);
        } catch (RuntimeException e) {
            vault.discard(List.of(stored.id()));
            throw e;
        }
    }

    private static ProblemException invalid(RawFormatException e) {
        return Problems.unprocessable("raw-invalid", String.valueOf(e.getMessage()));
    }

    private StoredFile store(
            UUID contestId, InputStream sentBody, ContentCoding declaredCoding, ContentDigest declared) {
        ContentDigest.Reading sent = declared.reading(sentBody);
        try (PendingFile pending = vault.create(contestId)) {
            PushbackInputStream body = new PushbackInputStream(
                    new LimitedInputStream(unpacked(declaredCoding, sent.stream()), limits.rawBytes()), MAGIC);
            byte[] head = new byte[MAGIC];
            int known = checked(body, declaredCoding).readNBytes(head, 0, MAGIC);
            body.unread(head, 0, known);
            // A file that is packed itself, sent as it is.
            ContentCoding file = ContentCoding.ofMagic(Arrays.copyOf(head, known));
            ContentCoding coding = file == ContentCoding.IDENTITY ? declaredCoding : file;
            InputStream plain = new LimitedInputStream(unpacked(file, body), limits.rawBytes());
            try (InputStream csv = conversion.csv(checked(plain, coding))) {
                csv.transferTo(pending.stream());
            } catch (RawFormatException e) {
                // What was damaged on the way is no fault of the file.
                requireMatch(sent);
                throw e;
            }
            requireMatch(sent);
            return pending.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireMatch(ContentDigest.Reading sent) throws IOException {
        if (!sent.matches()) {
            throw Problems.badRequest(
                    "digest-mismatch", "What arrived does not have the declared Content-Digest; send it again.");
        }
    }

    private InputStream unpacked(ContentCoding coding, InputStream sent) throws IOException {
        try {
            return coding.decode(sent);
        } catch (LimitExceededException e) {
            throw e;
        } catch (IOException e) {
            throw broken(coding, e);
        }
    }

    /** Whoever reads it gets the problem that a broken or too long file is; closing it leaves the body open. */
    private InputStream checked(InputStream plain, ContentCoding coding) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return RawIntake.this.read(plain, buffer, offset, length, coding);
            }
        };
    }

    private int read(InputStream plain, byte[] buffer, int offset, int length, ContentCoding coding)
            throws IOException {
        try {
            return plain.read(buffer, offset, length);
        } catch (LimitExceededException e) {
            throw Problems.tooLarge(limits.rawBytes());
        } catch (IOException e) {
            throw broken(coding, e);
        }
    }

    private static IOException broken(ContentCoding coding, IOException e) {
        if (coding == ContentCoding.IDENTITY) {
            return e; // the connection broke
        }
        throw Problems.badRequest(
                "coding-broken", "The body is not " + coding.wireName() + " from its beginning to its end.");
    }

    private RawProfile profile(UUID contestId, UUID file, String target, Progress progress) {
        try (RawReader reader =
                new RawReader(new CountedStream(vault.open(contestId, file), progress), limits.columns())) {
            return Profiler.profile(reader, limits.rows(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContentDigest declared(@Nullable String header) {
        try {
            return ContentDigest.parse(header);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("digest-malformed", "Content-Digest looks like sha-256=:<base64>:");
        }
    }
}
