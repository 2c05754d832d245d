package podium.leaderboard.contest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.leaderboard.contest.Contest.State;
import podium.leaderboard.contest.Contest.Visibility;
import podium.leaderboard.contest.EntrantChanged.Status;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.standing.View;

/** Contests and entrants in the database. */
@ApplicationScoped
public class ContestStore {

    private static final String KEEP_CONTEST = """
            insert into contest (id, version, slug, state, visibility, organizers, decimals, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                version = excluded.version, slug = excluded.slug, state = excluded.state,
                visibility = excluded.visibility, organizers = excluded.organizers, decimals = excluded.decimals,
                changed_at = excluded.changed_at
            where contest.version < excluded.version
            """;

    private static final String HAVE_BOARD = """
            insert into board (contest_id, view, epoch) values (?, ?, ?) on conflict do nothing
            """;

    private static final String KEEP_ENTRANT = """
            insert into entrant (contest_id, subject_id, version, status) values (?, ?, ?, ?)
            on conflict (contest_id, subject_id) do update set version = excluded.version, status = excluded.status
            where entrant.version < excluded.version
            """;

    private static final String COLUMNS =
            "id, version, slug, state, visibility, organizers, decimals, changed_at from contest";

    private final SqlStore database;
    private final int epoch;

    ContestStore(SqlStore database, @ConfigProperty(name = "podium.leaderboard.epoch", defaultValue = "1") int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** Keeps a snapshot unless a newer one is there, and makes sure that the contest has its boards. */
    void keep(Contest contest) {
        database.update(
                KEEP_CONTEST,
                contest.id(),
                contest.version(),
                contest.slug(),
                contest.state().word(),
                contest.visibility().word(),
                contest.organizers().toArray(String[]::new),
                contest.decimals(),
                contest.changedAt());
        for (View view : View.values()) {
            database.update(HAVE_BOARD, contest.id(), view.word(), epoch);
        }
    }

    /** Keeps a snapshot unless a newer one is there. */
    void keep(EntrantChanged entrant) {
        database.update(
                KEEP_ENTRANT,
                entrant.contestId(),
                entrant.subjectId(),
                entrant.version(),
                entrant.status().word());
    }

    /** The contest with that id, if it has been heard of. */
    public Optional<Contest> find(UUID id) {
        return database.first("select " + COLUMNS + " where id = ?", ContestStore::contest, id);
    }

    /** The contest with that slug; of several that had it, the one that changed last. */
    public Optional<Contest> find(String slug) {
        return database.first(
                "select " + COLUMNS + " where slug = ? order by changed_at desc, id desc limit 1",
                ContestStore::contest,
                slug);
    }

    /** The person's standing in the contest, empty for somebody who never had to do with it. */
    Optional<Status> status(UUID contest, String subject) {
        return database.first(
                "select status from entrant where contest_id = ? and subject_id = ?",
                row -> Status.of(row.getString(1)),
                contest,
                subject);
    }

    private static Contest contest(ResultSet row) throws SQLException {
        return new Contest(
                SqlStore.id(row, 1),
                row.getInt(2),
                row.getString(3),
                State.of(row.getString(4)),
                Visibility.of(row.getString(5)),
                List.of((String[]) row.getArray(6).getArray()),
                row.getInt(7),
                SqlStore.instant(row, 8));
    }
}
