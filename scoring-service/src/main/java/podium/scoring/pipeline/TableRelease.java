package podium.scoring.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import podium.scoring.anonymization.Column;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.plan.PlanCheck;
import podium.scoring.scoring.TaskForm;

/**
 * A table that is published.
 *
 * @param features the columns that are published for all rows, by raw row
 * @param label the label as it is published for training rows, by raw row
 * @param truth the label as the solution has it, by raw row
 * @param rows which raw rows are in which file, and under which ids
 * @param form what prediction files look like
 */
record TableRelease(List<Column> features, Column label, Column truth, Rows rows, TaskForm.Usable form)
        implements ReleaseContent {
    TableRelease {
        features = List.copyOf(features);
    }

    @Override
    public int trainRows() {
        return rows.train.length;
    }

    @Override
    public int testRows() {
        return rows.test.length;
    }

    @Override
    public int id(int place) {
        return rows.ids[rows.test[place]];
    }

    @Override
    public String truth(int place) {
        return truth.value(rows.test[place]);
    }

    @Override
    public boolean isPublic(int place) {
        return rows.publicTest.get(place);
    }

    @Override
    public void train(OutputStream out) throws IOException {
        table(out, rows.train, true);
    }

    @Override
    public void test(OutputStream out) throws IOException {
        table(out, rows.test, false);
    }

    @Override
    public void solution(OutputStream out) throws IOException {
        int[] ids = new int[testRows()];
        List<String> labels = new ArrayList<>(ids.length);
        for (int place = 0; place < ids.length; place++) {
            ids[place] = id(place);
            labels.add(truth(place));
        }
        SolutionFile.write(out, ids, labels, rows.publicTest, rows.blocks);
    }

    @Override
    public List<More> more() {
        return List.of();
    }

    private void table(OutputStream out, int[] which, boolean labelled) throws IOException {
        List<Column> columns = new ArrayList<>(features);
        if (labelled) {
            columns.add(label);
        }
        try (CsvWriter csv = ReleaseFiles.writer(out)) {
            List<String> cells = new ArrayList<>();
            cells.add(PlanCheck.ID);
            columns.forEach(column -> cells.add(column.name()));
            csv.writeRecord(cells);
            for (int row : which) {
                cells.clear();
                cells.add(Integer.toString(rows.ids[row]));
                columns.forEach(column -> cells.add(column.value(row)));
                csv.writeRecord(cells);
            }
        }
    }

    /**
     * Which raw rows are published, in the order of the files.
     *
     * @param train raw rows of train.csv
     * @param test raw rows of test.csv
     * @param ids the published id of each raw row, 0 for those that are left out
     * @param publicTest indexes into {@code test}: the rows that feed the live board
     * @param blocks for each row of {@code test} its block among the public or the private ones
     * @param hiddenBefore how many rows were chosen to be hidden, before some were left out
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read by one writer
    record Rows(int[] train, int[] test, int[] ids, BitSet publicTest, byte[] blocks, int hiddenBefore) {}
}
