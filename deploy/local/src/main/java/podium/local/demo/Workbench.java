package podium.local.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import podium.local.model.Encoding;
import podium.local.model.Examples;
import podium.local.model.Learner;
import podium.local.model.RocAuc;
import podium.local.model.Table;

/** What a contestant does at home: read the released files, train, estimate, predict. */
final class Workbench {
    private static final String ID = "id";
    private static final String POSITIVE = ">50K";
    /** Every fifth training row is kept back for the contestant's own estimate. */
    private static final int KEEP_BACK = 5;

    private final Table train;
    private final Table test;
    private final List<String> features;

    Workbench(byte[] train, byte[] test) {
        this.train = table(train);
        this.test = table(test);
        // A column that was generalized away altogether says nothing.
        this.features = this.test.columns().stream()
                .filter(column -> !column.equals(ID))
                .filter(column ->
                        this.train.column(column).stream().distinct().limit(2).count() > 1)
                .toList();
    }

    /**
     * Predictions that can be sent, and what their maker thinks they are worth.
     *
     * @param csv the prediction file
     * @param estimate ROC AUC on training rows that were kept back
     */
    record Prediction(String csv, double estimate) {}

    Prediction predict(Attempt attempt) {
        List<String> columns = attempt.among(features);
        return new Prediction(file(attempt, columns), estimate(attempt.learner(), columns));
    }

    private double estimate(Learner learner, List<String> columns) {
        Table kept = part(true);
        Encoding encoding = Encoding.of(part(false), columns);
        Learner.Model model = learner.fit(examples(part(false), encoding));
        return RocAuc.of(labels(kept), model.predictAll(encoding.encode(kept)));
    }

    private String file(Attempt attempt, List<String> columns) {
        Encoding encoding = Encoding.of(train, columns);
        double[] predictions = attempt.learner().fit(examples(train, encoding)).predictAll(encoding.encode(test));
        List<String> ids = test.column(ID);
        StringBuilder csv = new StringBuilder("id," + DemoData.LABEL + "\n");
        for (int r = 0; r < predictions.length; r++) {
            csv.append(row(attempt.damage(), r, ids.get(r), predictions[r]));
        }
        return csv.toString();
    }

    private static String row(Attempt.Damage damage, int row, String id, double prediction) {
        String good = id + "," + prediction + "\n";
        if (damage == Attempt.Damage.NONE) {
            return good;
        }
        return switch (row) {
            case 10 -> id + ",rich\n";
            case 20 -> id + ",1.7\n";
            case 30 -> good + good;
            case 40 -> "nobody," + prediction + "\n";
            case 50, 51, 52 -> "";
            default -> good;
        };
    }

    private Table part(boolean keptBack) {
        return new Table(
                train.columns(),
                IntStream.range(0, train.rows().size())
                        .filter(r -> (r % KEEP_BACK == 0) == keptBack)
                        .mapToObj(train.rows()::get)
                        .toList());
    }

    private static Examples examples(Table table, Encoding encoding) {
        int[] values =
                IntStream.range(0, encoding.width()).map(encoding::values).toArray();
        return new Examples(encoding.encode(table), labels(table), values);
    }

    private static boolean[] labels(Table table) {
        List<String> column = table.column(DemoData.LABEL);
        boolean[] labels = new boolean[column.size()];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = column.get(r).equals(POSITIVE);
        }
        return labels;
    }

    private static Table table(byte[] csv) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            List<List<String>> rows = new ArrayList<>();
            reader.forEach(record -> rows.add(record.getFields()));
            return new Table(rows.getFirst(), rows.subList(1, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
