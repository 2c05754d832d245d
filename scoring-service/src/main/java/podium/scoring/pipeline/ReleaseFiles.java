package podium.scoring.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.Task;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.plan.PlanCheck;

/**
 * Writes the files of a release, each in the one canonical way: UTF-8, comma, line feed, quotes only where they must be,
 * nothing that tells where, when or by whom it was made.
 */
final class ReleaseFiles {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Draft.Release release;
    private final Task task;

    ReleaseFiles(Draft.Release release, Task task) {
        this.release = release;
        this.task = task;
    }

    /** train.csv: id, features, label. */
    void train(OutputStream out) throws IOException {
        table(out, release.rows().train(), true);
    }

    /** test.csv: id, features. */
    void test(OutputStream out) throws IOException {
        table(out, release.rows().test(), false);
    }

    /** sample-submission.csv: id, and the same prediction for each row of test.csv. */
    void sampleSubmission(OutputStream out) throws IOException {
        String prediction = samplePrediction();
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(PlanCheck.ID, task.target());
            for (int row : release.rows().test()) {
                csv.writeRecord(id(row), prediction);
            }
        }
    }

    /** The solution, for the vault. */
    void solution(OutputStream out) throws IOException {
        int[] test = release.rows().test();
        int[] ids = new int[test.length];
        List<String> labels = new ArrayList<>(test.length);
        for (int i = 0; i < test.length; i++) {
            ids[i] = release.rows().ids()[test[i]];
            labels.add(release.truth().value(test[i]));
        }
        Draft.Rows rows = release.rows();
        SolutionFile.write(out, ids, labels, rows.publicTest(), rows.blocks());
    }

    private void table(OutputStream out, int[] rows, boolean labelled) throws IOException {
        List<Column> columns = new ArrayList<>(release.features());
        if (labelled) {
            columns.add(release.label());
        }
        try (CsvWriter csv = writer(out)) {
            List<String> cells = new ArrayList<>();
            cells.add(PlanCheck.ID);
            columns.forEach(column -> cells.add(column.name()));
            csv.writeRecord(cells);
            for (int row : rows) {
                cells.clear();
                cells.add(id(row));
                columns.forEach(column -> cells.add(column.value(row)));
                csv.writeRecord(cells);
            }
        }
    }

    /** Says nothing about the hidden labels: from the task alone, or the first of the names that the training rows show. */
    private String samplePrediction() {
        if (task.kind() == Task.Kind.CATEGORY) {
            TreeSet<String> names = new TreeSet<>();
            for (int row : release.rows().train()) {
                names.add(release.label().value(row));
            }
            return names.first();
        }
        BigDecimal middle = task.range()
                .map(range -> BigDecimal.valueOf(range.min())
                        .add(BigDecimal.valueOf(range.max()))
                        .multiply(HALF))
                .orElse(task.kind() == Task.Kind.BINARY ? HALF : BigDecimal.ZERO);
        return middle.signum() == 0 ? "0" : middle.stripTrailingZeros().toPlainString();
    }

    private String id(int row) {
        return Integer.toString(release.rows().ids()[row]);
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }
}
