package podium.scoring.prediction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.Solution;

/**
 * Reads prediction files of one contest: one pass over the bytes unpacks, parses, validates and joins them by id.
 *
 * <p>UTF-8 with or without a BOM; lines end with LF or CRLF, empty lines do not count; the header is {@code id} and the
 * prediction columns, these in any order; fields are bare or quoted (a quoted field ends on its line); rows may come in any
 * order. Beyond the predictions themselves a reading holds one bit a row, a window of 256 KiB and what the decoder needs,
 * for zstd at most 9 MiB. Threads may share a reader.
 */
public final class PredictionReader {
    private final PredictionFormat format;
    private final RowIds ids;
    private final int window;

    public PredictionReader(PredictionFormat format, Solution solution) {
        this(format, solution.ids());
    }

    public PredictionReader(PredictionFormat format, RowIds ids) {
        this(format, ids, Window.CAPACITY);
    }

    /** @param window the longest line */
    PredictionReader(PredictionFormat format, RowIds ids, int window) {
        this.format = format;
        this.ids = ids;
        this.window = window;
    }

    /**
     * Reads a file.
     *
     * @param in the unpacked bytes; read to their end unless the file is beyond use, not closed
     * @throws IOException the stream cannot be read
     */
    public PredictionReading read(InputStream in) throws IOException {
        return new FileReading(format, ids, in, window).read();
    }

    /**
     * Reads a packed file.
     *
     * @param in the packed bytes; not necessarily read to their end, closed. What it throws as {@link IOException} counts as
     *     the file's fault, so trouble of a store has to be another exception
     * @param coding how they are packed
     */
    public PredictionReading read(InputStream in, ContentCoding coding) {
        Packed packed = new Packed(in);
        FileReading reading = null;
        try (packed;
                InputStream decoded = coding.decode(packed)) {
            reading = new FileReading(format, ids, decoded, window);
            return reading.read();
        } catch (IOException _) {
            return broken(reading, packed.ended, coding);
        }
    }

    private static PredictionReading broken(@Nullable FileReading reading, boolean ended, ContentCoding coding) {
        ProblemKind kind = ended ? ProblemKind.TRUNCATED_FILE : ProblemKind.BROKEN_CODING;
        String expected = "a whole file, packed with " + coding.wireName();
        return reading == null ? PredictionReading.Malformed.of(kind, expected) : reading.brokenOff(kind, expected);
    }

    /** Notes when the bytes have ended: a decoder that fails afterwards wanted more of them. */
    private static final class Packed extends FilterInputStream {
        private boolean ended;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            ended |= b < 0;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            ended |= n < 0;
            return n;
        }
    }
}
