package podium.scoring.holdout;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The solution as a file of the vault: CSV with the header {@code id,label,part}, rows in the order of test.csv, labels as in
 * the raw data ({@code 1} and {@code 0} for binary tasks), part {@code public} or {@code private}.
 */
public final class SolutionFile {
    private static final List<String> HEADER = List.of("id", "label", "part");
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    private SolutionFile() {}

    /**
     * Writes a solution.
     *
     * @param ids the ids of the hidden rows
     * @param labels their labels as text
     * @param publicRows which of them are public
     */
    public static void write(OutputStream out, int[] ids, List<String> labels, BitSet publicRows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(HEADER);
            for (int row = 0; row < ids.length; row++) {
                csv.writeRecord(Integer.toString(ids[row]), labels.get(row), publicRows.get(row) ? PUBLIC : PRIVATE);
            }
        }
    }

    /**
     * Reads a solution.
     *
     * @param numeric whether labels are numbers, otherwise they are names
     */
    public static Solution read(InputStream in, UUID contestId, UUID releaseId, boolean numeric) throws IOException {
        List<String> labels = new ArrayList<>();
        RowIdsBuilder ids = new RowIdsBuilder();
        BitSet publicRows = new BitSet();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
            int row = -1;
            for (CsvRecord line : csv) {
                if (row >= 0) {
                    ids.add(line.getField(0));
                    labels.add(line.getField(1));
                    publicRows.set(row, line.getField(2).equals(PUBLIC));
                }
                row++;
            }
        }
        return new Solution(
                contestId, releaseId, ids.build(), numeric ? numbers(labels) : categories(labels), publicRows);
    }

    private static Labels numbers(List<String> labels) {
        return new Labels.Numbers(
                labels.stream().mapToDouble(Double::parseDouble).toArray());
    }

    private static Labels categories(List<String> labels) {
        List<String> names = List.copyOf(new TreeSet<>(labels));
        int[] codes = labels.stream()
                .mapToInt(label -> Collections.binarySearch(names, label))
                .toArray();
        return new Labels.Categories(codes, names);
    }
}
