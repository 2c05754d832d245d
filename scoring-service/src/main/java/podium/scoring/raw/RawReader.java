package podium.scoring.raw;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw CSV row by row: UTF-8 with or without a byte order mark, or UTF-16 with one; separated by comma, semicolon, tab or
 * bar, quotes as in RFC 4180 or single ones in their place (both found out by itself), a header of distinct names, any line
 * ends. Every row has as many cells as the header.
 */
public final class RawReader implements AutoCloseable {
    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CloseableIterator<CsvRecord> records;
    private final char separator;
    private final List<String> header;
    private long rows;

    /**
     * Opens a raw file and reads its header.
     *
     * @param in the unpacked file; closed with this reader
     * @param mostColumns how many columns it may have
     * @throws RawFormatException it has no usable header
     */
    public RawReader(InputStream in, int mostColumns) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, SAMPLE_BYTES);
        try {
            Charset charset = charset(buffered);
            Dialect dialect = Dialect.of(sample(buffered, charset));
            separator = dialect.separator();
            Reader text = new InputStreamReader(buffered, strict(charset));
            records = dialect.parser().ofCsvRecord(withoutMark(text)).iterator();
            header = header(mostColumns);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The separator that the file uses. */
    public char separator() {
        return separator;
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /**
     * The cells of the next row, as many as there are columns; null at the end.
     *
     * @throws RawFormatException the row cannot be read
     */
    public @Nullable List<String> next() {
        CsvRecord row = read();
        if (row == null) {
            return null;
        }
        rows++;
        if (row.getFieldCount() != header.size()) {
            throw new RawFormatException(
                    row.getStartingLineNumber(),
                    "It has " + row.getFieldCount() + " cells, the header has " + header.size() + ".");
        }
        return row.getFields();
    }

    /** How many rows were read until now, the header not counted. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new RawFormatException(
                    "After row " + rows + ": a quoted cell is not closed, or a cell is longer than "
                            + Dialect.LONGEST_FIELD + " characters.");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new RawFormatException("After row " + rows + ": the file is not encoded in UTF-8.");
            }
            throw e;
        }
    }

    private List<String> header(int mostColumns) {
        CsvRecord first = read();
        if (first == null) {
            throw new RawFormatException("The file is empty; its first line names the columns.");
        }
        List<String> names = List.copyOf(first.getFields());
        if (names.size() > mostColumns) {
            throw new RawFormatException(
                    1, "There are " + names.size() + " columns; at most " + mostColumns + " are read.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || name.length() > 200) {
                throw new RawFormatException(1, "Each column has a name of 1 to 200 characters.");
            }
            if (!seen.add(name)) {
                throw new RawFormatException(1, "Two columns are called \"" + name + "\".");
            }
        }
        return names;
    }

    /** The whole lines at the beginning; malformed bytes are found later, when the file is read. */
    private static String sample(BufferedInputStream in, Charset charset) throws IOException {
        in.mark(SAMPLE_BYTES);
        byte[] bytes = in.readNBytes(SAMPLE_BYTES);
        in.reset();
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes));
        String all = text.toString();
        return bytes.length < SAMPLE_BYTES ? all : all.substring(0, Math.max(0, all.lastIndexOf('\n')));
    }

    /** UTF-16 where a byte order mark says so, as spreadsheets write "Unicode text"; UTF-8 otherwise. */
    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean big = first == 0xFE && second == 0xFF;
        boolean little = first == 0xFF && second == 0xFE;
        return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        try {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
        } catch (CharacterCodingException e) {
            throw new RawFormatException(1, "the file is not encoded in UTF-8.");
        }
        return reader;
    }
}
