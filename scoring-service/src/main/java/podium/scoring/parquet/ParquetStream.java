package podium.scoring.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Future;
import podium.scoring.raw.RawFormatException;
import podium.scoring.sandbox.SandboxProcess;

/** The CSV of a Parquet file, as the process that reads the file sends it. Its end comes only if that is complete. */
final class ParquetStream extends InputStream {
    private final SandboxProcess process;
    private final ParquetLimits limits;
    private final Future<?> timeLimit;
    private final Runnable afterwards;
    private long bytes;
    private boolean ended;
    private boolean closed;

    /**
     * Reads from a process.
     *
     * @param timeLimit the end by force of a process that takes too long
     * @param afterwards is run when it is closed
     */
    ParquetStream(SandboxProcess process, ParquetLimits limits, Future<?> timeLimit, Runnable afterwards) {
        this.process = process;
        this.limits = limits;
        this.timeLimit = timeLimit;
        this.afterwards = afterwards;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws RawFormatException the file cannot be read to its end, or has more than is allowed */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int n = answered(buffer, offset, length);
        if (n < 0) {
            throw lost();
        }
        int text = 0;
        while (text < n && buffer[offset + text] != ParquetWire.END_OF_TEXT) {
            text++;
        }
        bytes += text;
        if (bytes > limits.bytes()) {
            throw new RawFormatException(
                    "Written as CSV the Parquet file has more than " + limits.bytes() + " bytes; no more are read.");
        }
        if (text < n) {
            requireComplete(buffer, offset + text + 1, n - text - 1);
            ended = true;
        }
        return text > 0 || !ended ? text : -1;
    }

    /** Less than zero if the process is gone, whose stream Java may have closed then. */
    private int answered(byte[] buffer, int offset, int length) {
        try {
            return process.answers().read(buffer, offset, length);
        } catch (IOException _) {
            return -1;
        }
    }

    private void requireComplete(byte[] buffer, int offset, int known) {
        byte[] answer = new byte[1 + ParquetWire.LONGEST_TEXT];
        int n = Math.min(known, answer.length);
        System.arraycopy(buffer, offset, answer, 0, n);
        for (int more = 0; more >= 0 && n < answer.length; n += Math.max(0, more)) {
            more = answered(answer, n, answer.length - n);
        }
        if (n == 0) {
            throw lost();
        }
        String text = new String(answer, 1, n - 1, StandardCharsets.UTF_8);
        if (answer[0] != ParquetWire.COMPLETE || n > 1) {
            throw refused(answer[0], text);
        }
    }

    private RawFormatException refused(byte kind, String text) {
        return new RawFormatException(
                switch (kind) {
                    case ParquetWire.BROKEN_FOOTER ->
                        "The Parquet file is cut off, broken or encrypted: its footer cannot be read.";
                    case ParquetWire.BROKEN_DATA ->
                        "The Parquet file is broken: some of its data is not what its footer says.";
                    case ParquetWire.NOT_KNOWN ->
                        "The Parquet file uses a compression or an encoding that is not known here: write it with zstd,"
                                + " gzip, snappy or none.";
                    case ParquetWire.TOO_MANY_ROWS ->
                        "There are " + text + " rows; at most " + limits.rows() + " are read.";
                    case ParquetWire.TOO_MANY_COLUMNS ->
                        "There are " + text + " columns; at most " + limits.columns() + " are read.";
                    case ParquetWire.NO_SUCH_CELLS -> noSuchCells(text);
                    case ParquetWire.OUT_OF_MEMORY ->
                        "Reading the Parquet file needs more than " + limits.memoryMebibytes()
                                + " MiB of memory: write it with smaller row groups and pages, or send it as CSV.";
                    default -> "The Parquet file is broken: what was read of it is no table.";
                });
    }

    private static String noSuchCells(String text) {
        int end = text.indexOf('\n');
        return "Column \"" + text.substring(end + 1) + "\" is of the type " + text.substring(0, Math.max(0, end))
                + ", which has no place in a table of numbers, texts and times: drop it, or write it as one of these.";
    }

    private RawFormatException lost() {
        return process.outOfTime()
                ? new RawFormatException("Reading the Parquet file takes longer than "
                        + limits.time().toSeconds() + " s.")
                : new RawFormatException("Reading the Parquet file ended early (exit code " + process.exitCode()
                        + "): it is broken, or needs more memory than there is.");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            timeLimit.cancel(false);
            process.close();
            afterwards.run();
        }
    }
}
