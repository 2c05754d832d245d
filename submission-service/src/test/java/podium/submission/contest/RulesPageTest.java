package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for organizers has every move, and no other. */
class RulesPageTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("rules.md");

    @Test
    void the_table_of_moves_is_complete() throws IOException {
        List<String> moves = new ArrayList<>();
        for (Move move : Move.values()) {
            for (ContestState from : ContestState.values()) {
                if (move.possibleIn(from)) {
                    moves.add(from.wire() + " | " + move.word() + " | "
                            + move.to(false).wire());
                }
            }
        }

        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| from | move | to |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(2, line.lastIndexOf(" | ")))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(moves);
    }
}
