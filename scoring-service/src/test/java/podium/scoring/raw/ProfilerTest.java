package podium.scoring.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProfilerTest {

    @Test
    void guessesWhatAColumnIs() throws IOException {
        StringBuilder csv = new StringBuilder("name,household_id,userId,born,paid,age,income,note,rich,grid\n");
        for (int row = 0; row < 30; row++) {
            csv.append("n").append(row).append(',').append(row / 3).append(",u").append(row % 7);
            csv.append(",2001-02-")
                    .append(10 + row % 18)
                    .append(",2001-02-03T04:05:06Z,")
                    .append(20 + row % 9);
            csv.append(',')
                    .append(row)
                    .append(".5,")
                    .append("words ".repeat(20))
                    .append(",yes,")
                    .append(row % 4)
                    .append('\n');
        }

        RawProfile profile = profile(csv.toString());

        assertThat(profile.columns())
                .extracting(ColumnProfile::guess)
                .containsExactly(
                        "direct-identifier",
                        "group",
                        "group",
                        "time",
                        "time",
                        "quasi-identifier",
                        "feature",
                        "free-text",
                        "label",
                        "quasi-identifier");
    }

    @Test
    void numbersAndWhatMerelyLooksLikeADateAreNoTimes() throws IOException {
        assertThat(profile("year,code,rich\n2001,2001-99-99,a\n2002,2001-01-01,b\n")
                        .columns())
                .extracting(ColumnProfile::guess)
                .containsExactly("quasi-identifier", "quasi-identifier", "label");
    }

    @Test
    void aRangeNamesNobodysValue() throws IOException {
        ColumnProfile income = profile("income,rich\n183.27,a\n-4711,b\n99999,c\n")
                .column("income")
                .orElseThrow();
        ColumnProfile age = profile("age,rich\n17,a\n90,b\n").column("age").orElseThrow();

        assertThat(income.min()).isEqualByComparingTo("-4800");
        assertThat(income.max()).isEqualByComparingTo("100000");
        assertThat(age.min()).isEqualByComparingTo("17");
        assertThat(age.max()).isEqualByComparingTo("90");
    }

    @Test
    void whatIsNoNumberToUsIsNone() throws IOException {
        assertThat(profile("a,rich\n1e-99999999999,x\n2,y\n")
                        .column("a")
                        .orElseThrow()
                        .type())
                .isEqualTo(ColumnProfile.Type.TEXT);
        assertThat(profile("a,rich\n1e-300,x\n2,y\n").column("a").orElseThrow().type())
                .isEqualTo(ColumnProfile.Type.NUMBER);
    }

    private static RawProfile profile(String csv) throws IOException {
        try (RawReader reader = new RawReader(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 20)) {
            return Profiler.profile(reader, 1000, "rich");
        }
    }
}
