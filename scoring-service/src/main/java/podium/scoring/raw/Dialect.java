package podium.scoring.raw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;

/**
 * How a CSV separates and quotes, as its first rows show.
 *
 * @param separator comma, semicolon, tab or bar
 * @param quote the double quote; the single one if it quotes consistently in a file that never uses the double one
 */
record Dialect(char separator, char quote) {
    private static final int SAMPLE_ROWS = 20;

    /** The most characters of a cell. */
    static final int LONGEST_FIELD = 1 << 20;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final char DOUBLE = '"';
    private static final char SINGLE = '\'';

    /**
     * Finds it out: the separator that cuts the first rows into equally many cells, as many as possible; a comma if none does.
     *
     * @param sample the beginning of a file, whole lines
     */
    static Dialect of(String sample) {
        Dialect usual = new Dialect(SEPARATORS[0], DOUBLE);
        Dialect single = null;
        int most = 1;
        int mostSingle = 0;
        for (char separator : SEPARATORS) {
            Dialect candidate = new Dialect(separator, DOUBLE);
            int cells = candidate.equalCells(sample);
            if (cells > most) {
                most = cells;
                usual = candidate;
            }
            QuotedCells quoted = QuotedCells.read(sample, separator, SINGLE, SAMPLE_ROWS);
            boolean quotes = quoted.consistent() && (quoted.wholeColumn() || (cells == 0 && quoted.some()));
            if (quotes && quoted.cells() > mostSingle) {
                mostSingle = quoted.cells();
                single = new Dialect(separator, SINGLE);
            }
        }
        return single == null ? usual : single;
    }

    /** A reader of this dialect. */
    CsvReader.CsvReaderBuilder parser() {
        // The number of cells is checked elsewhere, where the message can say what is wrong.
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    private int equalCells(String sample) {
        try (CsvReader<CsvRecord> reader = parser().ofCsvRecord(new StringReader(sample))) {
            int cells = 0;
            int rows = 0;
            for (CsvRecord row : reader) {
                if (rows > 0 && row.getFieldCount() != cells) {
                    return 0;
                }
                cells = row.getFieldCount();
                if (++rows == SAMPLE_ROWS) {
                    break;
                }
            }
            return cells;
        } catch (CsvParseException | IOException e) {
            return 0;
        }
    }
}
