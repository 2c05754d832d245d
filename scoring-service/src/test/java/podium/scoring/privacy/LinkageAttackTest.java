package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.attack.ClopperPearson;
import podium.scoring.stage.Progress;

class LinkageAttackTest {
    private static final int ROWS = 2_000;

    private final Column unique = column("id", 2_000);
    private final BitSet everybody = all(ROWS);

    @Test
    void whoIsAloneIsFound() {
        LinkageAttack attack = new LinkageAttack(ROWS, List.of(unique), List.of(unique), everybody);

        GateCell cell = attack.cells(1_000, 1, Progress.NONE).getFirst();

        assertThat(cell.population()).isEqualTo(new Hits(1_000, 1_000, 1));
        assertThat(cell.words()).isEqualTo("1 of 1 quasi-identifiers");
    }

    /** Ten look the same, so one of ten guesses is right: 1,000 guesses, give or take five standard deviations. */
    @Test
    void whoHasCompanyIsFoundAsOftenAsAGuessIsRight() {
        Column tens = column("tens", 200);
        LinkageAttack attack = new LinkageAttack(ROWS, List.of(unique), List.of(tens), everybody);

        Hits hits = attack.cells(1_000, 1, Progress.NONE).getFirst().members();

        assertThat(hits.hits()).isBetween(55, 147);
        assertThat(hits.upper95()).isGreaterThan(hits.top1());
    }

    @Test
    void whoIsNotInTheReleaseIsNeverFound() {
        BitSet half = all(ROWS / 2);
        LinkageAttack attack = new LinkageAttack(ROWS, List.of(unique), List.of(unique), half);

        GateCell cell = attack.cells(2_000, 1, Progress.NONE).getFirst();

        assertThat(cell.members().top1()).isEqualTo(1);
        assertThat(cell.population().top1()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatIsKnownWronglyHelpsLess() {
        List<Column> four = List.of(column("a", 7), column("b", 11), column("c", 13), column("d", 17));
        LinkageAttack attack = new LinkageAttack(ROWS, four, four, everybody);

        List<GateCell> cells = attack.cells(1_000, 1, Progress.NONE);

        assertThat(cells)
                .extracting(GateCell::words)
                .containsExactly(
                        "4 of 4 quasi-identifiers", "4 of 4 quasi-identifiers, 1 wrongly", "2 of 4 quasi-identifiers");
        assertThat(cells.get(0).members().top1()).isGreaterThan(0.95);
        assertThat(cells.get(1).members().top1())
                .isLessThan(cells.get(0).members().top1());
        assertThat(cells.get(2).members().top1()).isLessThan(0.5);
    }

    @Test
    void theSameSeedFindsTheSamePeople() {
        Column tens = column("tens", 200);
        LinkageAttack attack = new LinkageAttack(ROWS, List.of(unique), List.of(tens), everybody);

        assertThat(attack.cells(500, 3, Progress.NONE)).isEqualTo(attack.cells(500, 3, Progress.NONE));
    }

    @Test
    void theGateNamesTheWorstKnowledgeAndBothBounds() {
        GateCell harmless = cell("nothing", 10, 10);
        GateCell found = cell("everything", 60, 300);
        AttackGate gate = new AttackGate(0.05, 0.2);

        assertThat(gate.reasons(List.of(harmless))).isEmpty();
        assertThat(gate.reasons(List.of(harmless, found)))
                .extracting(Verdict.Reason::code)
                .containsExactly("identifiable-in-population", "identifiable-in-release");
        assertThat(gate.reasons(List.of(harmless, found)).getFirst().message())
                .contains("everything", "60 of 1000", "the bound is 5.0 %", "1 of 2 kinds of knowledge");
        assertThat(gate.worst(List.of(harmless, found))).isEqualTo(found);
    }

    private static GateCell cell(String words, int population, int members) {
        return new GateCell("linkage", words, Map.of(), hits(population), hits(members), Map.of());
    }

    private static Hits hits(int hits) {
        return new Hits(hits, 1_000, ClopperPearson.upper95(hits, 1_000));
    }

    private static BitSet all(int rows) {
        BitSet all = new BitSet();
        all.set(0, rows);
        return all;
    }

    private static Column column(String name, int values) {
        return Column.of(
                name,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> Integer.toString(row % values))
                        .toList());
    }
}
