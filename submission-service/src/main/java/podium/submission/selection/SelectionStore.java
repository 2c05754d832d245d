package podium.submission.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import podium.submission.selection.ContestSettled.TeamSelection;

/** Final selections in the database. */
@ApplicationScoped
public class SelectionStore {
    private final EntityManager database;

    SelectionStore(EntityManager database) {
        this.database = database;
    }

    /** What a team put forward. */
    List<UUID> of(UUID teamId) {
        List<?> ids = database.createNativeQuery(
                        "select submission_id from final_selection where team_id = :team order by submission_id",
                        UUID.class)
                .setParameter("team", teamId)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Those of the submissions that the team may put forward: its own, neither rejected nor failed. */
    List<UUID> selectable(UUID teamId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> found = database.createNativeQuery("""
                        select id from submission
                        where team_id = :team and id in (:ids) and state in ('accepted', 'scored') order by id
                        """, UUID.class)
                .setParameter("team", teamId)
                .setParameter("ids", ids)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Replaces what a team put forward; the caller holds the team's lock. */
    void replace(UUID contestId, UUID teamId, List<UUID> ids, String by, Instant now) {
        database.createNativeQuery("delete from final_selection where team_id = :team")
                .setParameter("team", teamId)
                .executeUpdate();
        for (UUID id : ids) {
            database.createNativeQuery("""
                            insert into final_selection (team_id, submission_id, contest_id, selected_by, selected_at)
                            values (:team, :submission, :contest, :by, :now)
                            """)
                    .setParameter("team", teamId)
                    .setParameter("submission", id)
                    .setParameter("contest", contestId)
                    .setParameter("by", by)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /** Takes out what was rejected or failed after it was chosen: it cannot stand. */
    void dropUnselectable(UUID contestId) {
        database.createNativeQuery("""
                        delete from final_selection f using submission s
                        where f.contest_id = :contest and s.id = f.submission_id and s.state in ('rejected', 'failed')
                        """).setParameter("contest", contestId).executeUpdate();
    }

    /** What the teams of a contest put forward. */
    List<TeamSelection> ofContest(UUID contestId) {
        List<?> rows = database.createNativeQuery("""
                        select f.team_id, f.submission_id from final_selection f join submission s on s.id = f.submission_id
                        where f.contest_id = :contest
                        order by f.team_id, s.ordinal
                        """, Tuple.class)
                .setParameter("contest", contestId)
                .getResultList();
        Map<UUID, List<UUID>> selections = new LinkedHashMap<>();
        for (Object each : rows) {
            Tuple row = (Tuple) each;
            selections
                    .computeIfAbsent(row.get("team_id", UUID.class), _ -> new ArrayList<>())
                    .add(row.get("submission_id", UUID.class));
        }
        return selections.entrySet().stream()
                .map(team -> new TeamSelection(team.getKey(), team.getValue()))
                .toList();
    }

    /** Ends the places of uploads that did not make it. */
    void endReservations(UUID contestId) {
        database.createNativeQuery("delete from reservation where contest_id = :contest")
                .setParameter("contest", contestId)
                .executeUpdate();
    }
}
