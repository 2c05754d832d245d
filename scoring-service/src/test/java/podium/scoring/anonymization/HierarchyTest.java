package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.HierarchyReading.Flaw;
import podium.scoring.anonymization.HierarchyReading.Flawed;
import podium.scoring.anonymization.HierarchyReading.Read;

class HierarchyTest {

    @Test
    void generalizesAValueToEachLevel() {
        Hierarchy ages = read(List.of(List.of("17", "15-19", "0-19", "*"), List.of("23", "20-24", "20-39", "*")));

        assertThat(ages.topLevel()).isEqualTo(3);
        assertThat(ages.generalize("17", 0)).isEqualTo("17");
        assertThat(ages.generalize("17", 2)).isEqualTo("0-19");
        assertThat(ages.generalize("23", 3)).isEqualTo("*");
        assertThat(ages.distinct(2)).isEqualTo(2);
    }

    @Test
    void refusesAValueOrLevelThatItDoesNotKnow() {
        Hierarchy sexes = Hierarchy.flat(List.of("Female", "Male"));

        assertThat(sexes.unknown(List.of("Male", "?", ""))).containsExactly("?", "");
        assertThatThrownBy(() -> sexes.generalize("?", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sexes.generalize("Male", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesEveryFlawOfTheLines() {
        HierarchyReading reading = Hierarchy.read(List.of(
                List.of("17", "teen", "*"), List.of("18", "*"), List.of("19", "teen", "old"), List.of("17", "x", "*")));

        assertThat(reading)
                .isEqualTo(new Flawed(List.of(
                        new Flaw(2, "It has 2 cells, the first line has 3."),
                        new Flaw(3, "The last cell has to be *."),
                        new Flaw(4, "The value \"17\" already has line 1."))));
    }

    @Test
    void refusesALevelThatSplitsWhatTheOneBeforeJoined() {
        HierarchyReading reading =
                Hierarchy.read(List.of(List.of("17", "teen", "young", "*"), List.of("18", "teen", "adult", "*")));

        assertThat(reading)
                .isEqualTo(new Flawed(List.of(
                        new Flaw(2, "\"teen\" (level 1) becomes \"adult\" at level 2, but \"young\" in line 1."))));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(Hierarchy.read(List.of())).isInstanceOf(Flawed.class);
        assertThat(Hierarchy.read(List.of(List.of("*")))).isInstanceOf(Flawed.class);
    }

    private static Hierarchy read(List<List<String>> lines) {
        return ((Read) Hierarchy.read(lines)).hierarchy();
    }
}
