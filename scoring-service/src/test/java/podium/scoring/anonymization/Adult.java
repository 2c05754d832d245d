package podium.scoring.anonymization;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The census extract of the anonymization literature with its hierarchies, where it lies beside the checkout.
 *
 * @param columns the quasi-identifiers
 * @param hierarchies the hierarchy of each
 * @param label the column salary-class
 */
public record Adult(List<Column> columns, List<Hierarchy> hierarchies, Column label) {
    private static final Path DATA = Path.of("../../shared/data").normalize();
    private static final List<String> NAMES =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation");

    /** Reads it, or skips the test. */
    public static Adult read() {
        assumeTrue(
                Files.isReadable(DATA.resolve("adult.csv")),
                "Skipped: the reference data is not beside the checkout, in " + DATA);
        List<List<String>> rows = lines("adult.csv");
        List<Column> columns = new ArrayList<>();
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (String name : NAMES) {
            columns.add(column(rows, name));
            hierarchies.add(hierarchy(name));
        }
        return new Adult(columns, hierarchies, column(rows, "salary-class"));
    }

    /** The same with the label as a ninth quasi-identifier. */
    public Adult withLabelAsQuasiIdentifier() {
        List<Column> nine = new ArrayList<>(columns);
        nine.add(label);
        List<Hierarchy> ninth = new ArrayList<>(hierarchies);
        ninth.add(hierarchy("salary-class"));
        return new Adult(nine, ninth, label);
    }

    /** The same with so many quasi-identifiers, the first ones. */
    public Adult first(int count) {
        return new Adult(columns.subList(0, count), hierarchies.subList(0, count), label);
    }

    public int rows() {
        return label.rows();
    }

    private static Column column(List<List<String>> rows, String name) {
        int index = rows.getFirst().indexOf(name);
        return Column.of(name, rows.stream().skip(1).map(row -> row.get(index)).toList());
    }

    private static Hierarchy hierarchy(String name) {
        return ((HierarchyReading.Read) Hierarchy.read(lines("adult-hierarchies/" + name + ".csv"))).hierarchy();
    }

    private static List<List<String>> lines(String file) {
        try {
            return Files.readAllLines(DATA.resolve(file)).stream()
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
