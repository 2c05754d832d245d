package podium.scoring.prediction;

import java.io.IOException;
import java.io.InputStream;
import podium.scoring.holdout.Solution;

/**
 * Reads prediction files of one contest: one pass over the bytes parses, validates and joins them by id.
 *
 * <p>UTF-8 with or without a BOM; lines end with LF or CRLF, empty lines do not count; the header is {@code id,<target>};
 * fields are bare or quoted (a quoted field ends on its line); rows may come in any order. Beyond the predictions
 * themselves a reading holds one bit a row and a window of 64 KiB. Threads may share a reader.
 */
public final class PredictionReader {
    private final PredictionFormat format;
    private final Solution solution;

    public PredictionReader(PredictionFormat format, Solution solution) {
        this.format = format;
        this.solution = solution;
    }

    /**
     * Reads a file.
     *
     * @param in the unpacked bytes; read to their end unless the file is beyond use, not closed
     * @throws IOException the stream cannot be read
     */
    public PredictionReading read(InputStream in) throws IOException {
        return new FileReading(format, solution, in).read();
    }
}
