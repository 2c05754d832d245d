package podium.scoring.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import podium.scoring.anonymization.Column;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.plan.PlanCheck;

/**
 * Writes the files of a release, each in the one canonical way: UTF-8, comma, line feed, quotes only where they must be,
 * nothing that tells where, when or by whom it was made.
 */
final class ReleaseFiles {
    private final Draft.Release release;

    ReleaseFiles(Draft.Release release) {
        this.release = release;
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
        List<String> cells = new ArrayList<>();
        cells.add(PlanCheck.ID);
        cells.addAll(release.form().columns());
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(cells);
            cells.clear();
            cells.add("");
            cells.addAll(release.form().sample());
            for (int row : release.rows().test()) {
                cells.set(0, id(row));
                csv.writeRecord(cells);
            }
        }
    }

    /** classes.csv: the classes that labels are of, each with its place in the order that counts, from 0. */
    void classes(OutputStream out) throws IOException {
        List<String> classes = release.form().classes();
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("place", "class");
            for (int place = 0; place < classes.size(); place++) {
                csv.writeRecord(Integer.toString(place), classes.get(place));
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

    private String id(int row) {
        return Integer.toString(release.rows().ids()[row]);
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }
}
