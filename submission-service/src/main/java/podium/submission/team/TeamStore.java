package podium.submission.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Teams and their members in the database. */
@ApplicationScoped
public class TeamStore {
    private static final String SELECT = """
            select t.id, t.contest_id, t.version, t.name, t.captain, t.removed, t.event_id, t.changed_at,
                array(select m.subject_id from team_member m where m.team_id = t.id order by m.joined_at, m.subject_id) as members
            from team t
            """;

    private final EntityManager database;

    TeamStore(EntityManager database) {
        this.database = database;
    }

    /** The team of a person in a contest. */
    public Optional<Team> ofMember(UUID contestId, String subjectId) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        SELECT
                                + " join team_member me on me.team_id = t.id where me.contest_id = :contest and me.subject_id = :subject",
                        Tuple.class)
                .setParameter("contest", contestId)
                .setParameter("subject", subjectId)
                .getResultList()
                .stream()
                .map(TeamStore::team)
                .findFirst();
    }

    /** The teams of a contest after one of them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Team> after(UUID contestId, UUID id, int limit) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        SELECT + " where t.contest_id = :contest and t.id > :id order by t.id limit :limit",
                        Tuple.class)
                .setParameter("contest", contestId)
                .setParameter("id", id)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(TeamStore::team)
                .toList();
    }

    /** Keeps everybody else from the team's quota, ordinals and selection until the transaction ends. After the contest's lock. */
    public void lock(UUID teamId) {
        database.createNativeQuery("select id from team where id = :id for update")
                .setParameter("id", teamId)
                .getSingleResult();
    }

    /** Keeps two requests of one entrant apart until the transaction ends. */
    void lockEntrant(UUID contestId, String subjectId) {
        database.createNativeQuery(
                        "select version from entrant where contest_id = :contest and subject_id = :subject for update")
                .setParameter("contest", contestId)
                .setParameter("subject", subjectId)
                .getResultList();
    }

    /** Adds a team with its captain as the one member; false if another has the name. */
    boolean add(Team team, String nameKey) {
        int added = database.createNativeQuery("""
                        insert into team (id, contest_id, version, name, name_key, captain, event_id, changed_at)
                        values (:id, :contest, :version, :name, :key, :captain, :event, :now)
                        on conflict (contest_id, name_key) do nothing
                        """)
                .setParameter("id", team.id())
                .setParameter("contest", team.contestId())
                .setParameter("version", team.version())
                .setParameter("name", team.name())
                .setParameter("key", nameKey)
                .setParameter("captain", team.captain())
                .setParameter("event", team.eventId())
                .setParameter("now", team.changedAt())
                .executeUpdate();
        if (added == 1) {
            database.createNativeQuery(
                            "insert into team_member (contest_id, subject_id, team_id, joined_at) values (:contest, :subject, :team, :now)")
                    .setParameter("contest", team.contestId())
                    .setParameter("subject", team.captain())
                    .setParameter("team", team.id())
                    .setParameter("now", team.changedAt())
                    .executeUpdate();
        }
        return added == 1;
    }

    private static Team team(Tuple row) {
        return new Team(
                row.get("id", UUID.class),
                row.get("contest_id", UUID.class),
                ((Number) row.get("version")).longValue(),
                row.get("name", String.class),
                Arrays.asList(row.get("members", String[].class)),
                row.get("captain", String.class),
                row.get("removed", Boolean.class),
                row.get("event_id", UUID.class),
                row.get("changed_at", Instant.class));
    }
}
