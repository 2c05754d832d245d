package podium.local.practice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The released rows without labels.
 *
 * @param rows in the order of the file
 */
public record TestRows(List<Row> rows) {
    /**
     * A row to predict.
     *
     * @param id its pseudonymous id
     * @param region a region
     * @param a a feature
     * @param b a feature
     */
    public record Row(String id, String region, double a, double b) {
        /** The label that belongs to the row, by the rule that made the data. */
        public double label() {
            return PracticeContest.truth(region, a, b);
        }
    }

    static TestRows parse(byte[] csv) {
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        return new TestRows(lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(
                        cells[header.indexOf("id")],
                        cells[header.indexOf("region")],
                        Double.parseDouble(cells[header.indexOf("a")]),
                        Double.parseDouble(cells[header.indexOf("b")])))
                .toList());
    }
}
