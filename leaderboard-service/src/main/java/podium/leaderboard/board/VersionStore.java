package podium.leaderboard.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.Standing;
import podium.leaderboard.standing.View;

/** The reading side of boards in the database: the newest board, and every version that was published. */
@ApplicationScoped
public class VersionStore {

    private static final int PAGE = 1000;

    // One statement, one snapshot: the rows are those of the version.
    private static final String BOARD = """
            select b.epoch, b.version, b.changed_at, b.direction, c.decimals,
                   s.team_id, s.team, s.score, s.submissions, s.accepted_at
            from board b join contest c on c.id = b.contest_id
            left join standing s on s.contest_id = b.contest_id and s.view = b.view
            where b.contest_id = ? and b.view = ?
            """;

    private static final String VERSIONS = """
            select epoch, version, direction, document from board_change
            where contest_id = ? and view = ? and epoch = ? and version > ? order by version limit ?
            """;

    private static final String EVENTS = """
            select contest_id, view, epoch, version, changed_at, event_id from board_change
            where (contest_id, view, epoch, version) > (?, ?, ?, ?)
            order by contest_id, view, epoch, version limit ?
            """;

    private final SqlStore database;

    VersionStore(SqlStore database) {
        this.database = database;
    }

    /** A stored version with the direction in which the board ranked then. */
    record Stored(PublishedVersion version, @Nullable Direction direction) {

        Board after(Board board) {
            try {
                byte[] json = version.document().getBytes(StandardCharsets.UTF_8);
                return board.after(EventJson.read(json, ChangeDocument.class).change(), direction);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Version " + version.position() + " is not to be read", e);
            }
        }
    }

    private record Row(
            BoardPosition position,
            Instant at,
            @Nullable Direction direction,
            int decimals,
            @Nullable Standing standing) {}

    /** The newest board; empty if the contest is unknown. */
    Optional<Board> load(BoardKey key) {
        List<Row> rows = database.all(
                BOARD, VersionStore::row, key.contestId(), key.view().word());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row first = rows.getFirst();
        List<Standing> standings =
                rows.stream().map(Row::standing).filter(s -> s != null).toList();
        return Optional.of(Board.of(key, first.position, first.at, first.direction, first.decimals, standings));
    }

    /** Where the board is; empty if the contest is unknown. */
    Optional<BoardPosition> position(BoardKey key) {
        return database.first(
                "select epoch, version from board where contest_id = ? and view = ?",
                row -> new BoardPosition(row.getInt(1), row.getLong(2)),
                key.contestId(),
                key.view().word());
    }

    /** Since when all scores of a private board are here and it may be seen; empty if it may not. */
    public boolean isRevealed(UUID contest) {
        return database.first(
                        "select 1 from board where contest_id = ? and view = 'private' and revealed_at is not null",
                        _ -> true,
                        contest)
                .isPresent();
    }

    /** The versions that follow a position in its epoch, in order. */
    List<Stored> after(BoardKey key, BoardPosition position, int limit) {
        return database.all(
                VERSIONS,
                VersionStore::stored,
                key.contestId(),
                key.view().word(),
                position.epoch(),
                position.version(),
                limit);
    }

    /** An event of the past. */
    record Told(UUID eventId, StandingsChanged event) {}

    /** Every event that was ever told. */
    void tellAll(Consumer<Told> listener) {
        StandingsChanged last = new StandingsChanged(new UUID(0, 0), "", 0, 0, Instant.EPOCH);
        List<Told> page;
        do {
            page = database.all(
                    EVENTS, VersionStore::told, last.contestId(), last.view(), last.epoch(), last.version(), PAGE);
            page.forEach(listener);
            last = page.isEmpty() ? last : page.getLast().event();
        } while (page.size() == PAGE);
    }

    static @Nullable Direction direction(@Nullable String word) {
        return word == null ? null : Direction.of(word);
    }

    private static Row row(ResultSet row) throws SQLException {
        Standing standing = row.getObject(6) == null
                ? null
                : new Standing(
                        SqlStore.id(row, 6),
                        row.getString(7),
                        row.getBigDecimal(8),
                        row.getInt(9),
                        SqlStore.instant(row, 10));
        return new Row(
                new BoardPosition(row.getInt(1), row.getLong(2)),
                SqlStore.instant(row, 3),
                direction(row.getString(4)),
                row.getInt(5),
                standing);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        BoardPosition position = new BoardPosition(row.getInt(1), row.getLong(2));
        return new Stored(new PublishedVersion(position, row.getString(4)), direction(row.getString(3)));
    }

    private static Told told(ResultSet row) throws SQLException {
        StandingsChanged event = new StandingsChanged(
                SqlStore.id(row, 1),
                View.of(row.getString(2)).orElseThrow().word(),
                row.getInt(3),
                row.getLong(4),
                SqlStore.instant(row, 5));
        return new Told(SqlStore.id(row, 6), event);
    }
}
