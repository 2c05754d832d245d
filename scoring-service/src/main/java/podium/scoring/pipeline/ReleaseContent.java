package podium.scoring.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What the files of a release are made of. Rows of test.csv are named by their place in it, from 0. */
interface ReleaseContent {

    /** How many rows train.csv has. */
    int trainRows();

    /** How many rows test.csv has. */
    int testRows();

    /** The published id of a row of test.csv. */
    int id(int place);

    /** The label of a row of test.csv as the solution has it. */
    String truth(int place);

    /** Whether a row of test.csv feeds the live board. */
    boolean isPublic(int place);

    /** train.csv: id, features, label. */
    void train(OutputStream out) throws IOException;

    /** test.csv: id, features. */
    void test(OutputStream out) throws IOException;

    /** The solution, for the vault. */
    void solution(OutputStream out) throws IOException;

    /** Other files that are published with these. */
    List<More> more();

    /** Another file. */
    record More(String name, long rows, Writing content) {}

    /** Writes a file's content. */
    interface Writing {
        void write(OutputStream out) throws IOException;
    }
}
