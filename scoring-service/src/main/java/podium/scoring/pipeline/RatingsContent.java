package podium.scoring.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.ratings.RatingsFiles;

/**
 * Ratings that are published.
 *
 * @param files the rows
 * @param publicTest places of test.csv that feed the live board
 * @param blocks for each place of test.csv its block among the public or the private ones
 * @param item the name of the item column
 * @param attributes what the raw file says of items: for each column by name the value of every item, by its code
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read by one writer
record RatingsContent(
        RatingsFiles files, BitSet publicTest, byte[] blocks, String item, Map<String, List<String>> attributes)
        implements ReleaseContent {

    @Override
    public int trainRows() {
        return files.trainRows();
    }

    @Override
    public int testRows() {
        return files.testRows();
    }

    @Override
    public int id(int place) {
        return files.testId(place);
    }

    @Override
    public String truth(int place) {
        return files.testTruth(place);
    }

    @Override
    public boolean isPublic(int place) {
        return publicTest.get(place);
    }

    @Override
    public void train(OutputStream out) throws IOException {
        try (Writer writer = writer(out)) {
            files.train(writer);
        }
    }

    @Override
    public void test(OutputStream out) throws IOException {
        try (Writer writer = writer(out)) {
            files.test(writer);
        }
    }

    @Override
    public void solution(OutputStream out) throws IOException {
        int[] ids = IntStream.range(0, testRows()).map(this::id).toArray();
        List<String> labels =
                IntStream.range(0, testRows()).mapToObj(this::truth).toList();
        SolutionFile.write(out, ids, labels, publicTest, blocks);
    }

    @Override
    public List<More> more() {
        int[] items = published();
        return attributes.isEmpty() ? List.of() : List.of(new More("items.csv", items.length, this::items));
    }

    /** items.csv: each published item by its pseudonym, and what the raw file says of it. */
    private void items(OutputStream out) throws IOException {
        Map<String, List<String>> sorted = new TreeMap<>(attributes);
        try (CsvWriter csv = ReleaseFiles.writer(out)) {
            List<String> cells = new ArrayList<>(List.of(item));
            cells.addAll(sorted.keySet());
            csv.writeRecord(cells);
            for (int code : published()) {
                cells.clear();
                cells.add(Integer.toString(files.itemPseudonym(code)));
                sorted.values().forEach(values -> cells.add(values.get(code)));
                csv.writeRecord(cells);
            }
        }
    }

    /** The codes of the published items in the order of their pseudonyms. */
    private int[] published() {
        int items = attributes.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, items)
                .filter(code -> files.itemPseudonym(code) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(files::itemPseudonym))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}
