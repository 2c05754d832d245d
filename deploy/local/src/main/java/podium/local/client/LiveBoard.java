package podium.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A board that is kept up to date from its stream. A change names the rows whose score changed, each with its new rank;
 * the others keep their order and fill the ranks between.
 */
public final class LiveBoard {
    private @Nullable Board board;

    /**
     * Takes an event of the stream.
     *
     * @param event any
     * @return the whole board after it, null if there is none yet
     * @throws IllegalStateException if a version is missing
     */
    public synchronized @Nullable Board take(ServerEvent event) {
        switch (event.type()) {
            case "snapshot" -> board = event.board();
            case "standings" -> board = changed(event.json());
            default -> {
                // What does not change the board.
            }
        }
        return board;
    }

    private Board changed(JsonNode change) {
        Board before = board;
        if (before == null) {
            throw new IllegalStateException("A change came before the first snapshot.");
        }
        long version = change.path("version").asLong();
        if (version != before.version() + 1) {
            throw new IllegalStateException("Version " + version + " follows " + before.version() + ".");
        }
        List<Board.Standing> changes =
                new ArrayList<>(List.of(Json.MAPPER.convertValue(change.path("changes"), Board.Standing[].class)));
        changes.sort(Comparator.comparingInt(Board.Standing::rank));
        Set<String> moved = new HashSet<>();
        changes.forEach(row -> moved.add(row.teamId()));
        change.path("removed")
                .forEach(team -> moved.add(
                        team.isTextual() ? team.asText() : team.path("teamId").asText()));

        List<Board.Standing> rows = new ArrayList<>(before.standings());
        rows.removeIf(row -> moved.contains(row.teamId()));
        for (Board.Standing row : changes) {
            rows.add(Math.min(row.rank() - 1, rows.size()), row);
        }
        return new Board(
                before.contest(),
                change.path("view").asText(before.view()),
                change.path("epoch").asLong(),
                version,
                rows.size(),
                ranked(rows),
                null);
    }

    private static List<Board.Standing> ranked(List<Board.Standing> rows) {
        List<Board.Standing> ranked = new ArrayList<>();
        for (Board.Standing row : rows) {
            ranked.add(new Board.Standing(
                    ranked.size() + 1, row.teamId(), row.team(), row.score(), row.submissions(), row.previousRank()));
        }
        return List.copyOf(ranked);
    }
}
