package podium.scoring.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import podium.scoring.plan.PlanCheck;
import podium.scoring.scoring.TaskForm;

/**
 * Writes the files of a release that follow from the task alone, and says how all of them are written, in the one canonical way:
 * UTF-8, comma, line feed, quotes only where they must be, nothing that tells where, when or by whom it was made.
 */
final class ReleaseFiles {
    private final ReleaseContent content;
    private final TaskForm.Usable form;
    private final Optional<BaselineRows> baseline;

    ReleaseFiles(Draft.Release release) {
        content = release.content();
        form = release.form();
        baseline = release.baseline();
    }

    /** sample-submission.csv: id, and the same prediction for each row of test.csv. */
    void sampleSubmission(OutputStream out) throws IOException {
        List<String> sample = form.sample();
        predictions(out, _ -> sample);
    }

    /** baseline-submission.csv: id, and the prediction of the baseline for each row of test.csv. */
    void baselineSubmission(OutputStream out) throws IOException {
        predictions(out, baseline.orElseThrow()::cells);
    }

    private void predictions(OutputStream out, IntFunction<List<String>> prediction) throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(PlanCheck.ID);
        cells.addAll(form.columns());
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(cells);
            for (int place = 0; place < content.testRows(); place++) {
                cells.clear();
                cells.add(Integer.toString(content.id(place)));
                cells.addAll(prediction.apply(place));
                csv.writeRecord(cells);
            }
        }
    }

    /** classes.csv: the classes that labels are of, each with its place in the order that counts, from 0. */
    void classes(OutputStream out) throws IOException {
        List<String> classes = form.classes();
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("place", "class");
            for (int place = 0; place < classes.size(); place++) {
                csv.writeRecord(Integer.toString(place), classes.get(place));
            }
        }
    }

    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }
}
