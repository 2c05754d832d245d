package podium.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.standing.BoardChange;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.Standing;
import podium.leaderboard.standing.View;

/** The writing side of boards in the database; what readers need is in {@link VersionStore}. */
@ApplicationScoped
class BoardStore {

    private static final String HEAD = """
            select c.slug, b.epoch, b.version, b.direction, b.published_at, b.revealed_at,
                   b.expected_scores is not null and b.expected_scores =
                       (select count(*) from private_score p where p.contest_id = b.contest_id),
                   clock_timestamp()
            from board b join contest c on c.id = b.contest_id
            where b.contest_id = ? and b.view = ?
            """;

    private static final String PENDING = """
            select r.team_id, t.name, r.score, r.submissions, r.accepted_at, r.direction, t.stands
            from team_result r join team t on t.id = r.team_id
            where r.contest_id = ? and r.view = ? and r.pending
            limit ? for update of r
            """;

    // Everything that a version changes, in one round trip.
    private static final String PUBLISH = """
            with board_key as (
                select ?::uuid as contest_id, ?::text as view),
            shown as (
                update team_result r set pending = false from board_key k
                where r.contest_id = k.contest_id and r.view = k.view and r.team_id = any (?)),
            stood as (
                insert into standing (contest_id, view, team_id, team, score, submissions, accepted_at)
                select k.contest_id, k.view, s.* from board_key k, unnest(
                    ?::uuid[], ?::text[], ?::numeric[], ?::integer[], ?::timestamptz[]) s
                on conflict (contest_id, view, team_id) do update set
                    team = excluded.team, score = excluded.score, submissions = excluded.submissions,
                    accepted_at = excluded.accepted_at),
            gone as (
                delete from standing s using board_key k
                where s.contest_id = k.contest_id and s.view = k.view and s.team_id = any (?)),
            told as (
                insert into board_change
                    (contest_id, view, epoch, version, changed_at, event_id, direction, document)
                select k.contest_id, k.view, ?, ?, ?, ?, ?, ? from board_key k
                returning *)
            update board b set
                epoch = t.epoch, version = t.version, direction = t.direction, changed_at = t.changed_at,
                published_at = ?
            from told t where b.contest_id = t.contest_id and b.view = t.view
            """;

    private final SqlStore database;

    BoardStore(SqlStore database) {
        this.database = database;
    }

    /** Puts boards that an older epoch numbered at the start of this one. */
    int raiseEpoch(int epoch) {
        return database.update("update board set epoch = ?, version = 0 where epoch < ?", epoch, epoch);
    }

    /** The board, for the transaction alone; empty if there is none. Waits for others that are at work on it. */
    Optional<BoardHead> lock(BoardKey key) {
        return head(key, "for update of b");
    }

    /** The board, for the transaction alone; empty if there is none or somebody is at work on it. */
    Optional<BoardHead> lockIfFree(BoardKey key) {
        return head(key, "for update of b skip locked");
    }

    /** The board as it is; empty if there is none. */
    Optional<BoardHead> look(BoardKey key) {
        return head(key, "");
    }

    private Optional<BoardHead> head(BoardKey key, String lock) {
        return database.first(
                HEAD + lock, row -> head(key, row), key.contestId(), key.view().word());
    }

    /** Whether there are results that the board does not show. */
    boolean isPending(BoardKey key) {
        return database.first(
                        "select 1 from team_result where contest_id = ? and view = ? and pending limit 1",
                        _ -> true,
                        key.contestId(),
                        key.view().word())
                .isPresent();
    }

    /** All boards that could show more than they do. */
    List<BoardKey> pending() {
        return database.all(
                """
                select distinct r.contest_id, r.view from team_result r join board b using (contest_id, view)
                where r.pending and (r.view = 'public' or b.revealed_at is not null)
                """,
                row -> new BoardKey(
                        SqlStore.id(row, 1), View.of(row.getString(2)).orElseThrow()));
    }

    /** Results that the board does not show, locked; without those that others are changing now. */
    List<PendingResult> lockFreePending(BoardKey key, int limit) {
        return pending(key, limit, " skip locked");
    }

    /** Results that the board does not show, all of them, locked. */
    List<PendingResult> lockAllPending(BoardKey key) {
        return pending(key, Integer.MAX_VALUE, "");
    }

    private List<PendingResult> pending(BoardKey key, int limit, String others) {
        return database.all(
                PENDING + others,
                BoardStore::pendingResult,
                key.contestId(),
                key.view().word(),
                limit);
    }

    /** Opens a private board. */
    void reveal(BoardKey key, Instant at) {
        database.update(
                "update board set revealed_at = ? where contest_id = ? and view = ?",
                at,
                key.contestId(),
                key.view().word());
    }

    /** Writes a version. */
    void publish(
            BoardKey key,
            List<PendingResult> shown,
            BoardChange change,
            @Nullable Direction direction,
            UUID eventId,
            Instant now,
            String document) {
        List<Standing> rows =
                change.changes().stream().map(BoardChange.Row::standing).toList();
        database.update(
                PUBLISH,
                key.contestId(),
                key.view().word(),
                column(shown, result -> result.standing().teamId(), new UUID[0]),
                column(rows, Standing::teamId, new UUID[0]),
                column(rows, Standing::team, new String[0]),
                column(rows, Standing::score, new BigDecimal[0]),
                column(rows, Standing::submissions, new Integer[0]),
                column(rows, Standing::acceptedAt, new Instant[0]),
                change.removed().toArray(UUID[]::new),
                change.position().epoch(),
                change.position().version(),
                change.at(),
                eventId,
                direction == null ? null : direction.word(),
                document,
                now);
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    private static BoardHead head(BoardKey key, ResultSet row) throws SQLException {
        return new BoardHead(
                key,
                row.getString(1),
                new BoardPosition(row.getInt(2), row.getLong(3)),
                VersionStore.direction(row.getString(4)),
                SqlStore.instantOrNull(row, 5),
                SqlStore.instantOrNull(row, 6),
                row.getBoolean(7),
                SqlStore.instant(row, 8));
    }

    private static PendingResult pendingResult(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                SqlStore.id(row, 1), row.getString(2), row.getBigDecimal(3), row.getInt(4), SqlStore.instant(row, 5));
        return new PendingResult(standing, Direction.of(row.getString(6)), row.getBoolean(7));
    }
}
