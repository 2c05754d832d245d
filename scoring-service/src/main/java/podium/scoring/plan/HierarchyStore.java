package podium.scoring.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.HierarchyReading;

/** The generalization hierarchies that organizers sent, one per column. */
@ApplicationScoped
public class HierarchyStore {
    private final EntityManager entities;

    @Inject
    HierarchyStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of a contest, sorted by column. */
    @Transactional
    public List<HierarchyInfo> infos(UUID contestId) {
        List<?> rows = entities.createNativeQuery("""
                        select column_name, levels, size, sha256 from dataset_hierarchy
                        where contest_id = :contest order by column_name""", Tuple.class)
                .setParameter("contest", contestId)
                .getResultList();
        return rows.stream().map(row -> info((Tuple) row)).toList();
    }

    /** The same, each whole, by column. */
    @Transactional
    public Map<String, Hierarchy> all(UUID contestId) {
        List<?> rows = entities.createNativeQuery(
                        "select column_name, content from dataset_hierarchy where contest_id = :contest", Tuple.class)
                .setParameter("contest", contestId)
                .getResultList();
        Map<String, Hierarchy> hierarchies = new HashMap<>();
        for (Object row : rows) {
            Tuple tuple = (Tuple) row;
            String column = tuple.get("column_name", String.class);
            hierarchies.put(column, parsed(column, tuple.get("content", String.class)));
        }
        return hierarchies;
    }

    /** Keeps a hierarchy that was read without flaws, in place of the one that the column had. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(UUID contestId, String column, HierarchyText text, Hierarchy hierarchy, Instant at) {
        entities.createNativeQuery("""
                        insert into dataset_hierarchy (contest_id, column_name, content, sha256, levels, size, uploaded_at)
                        values (:contest, :column, :content, :sha256, :levels, :size, :at)
                        on conflict (contest_id, column_name) do update set
                            content = excluded.content, sha256 = excluded.sha256, levels = excluded.levels,
                            size = excluded.size, uploaded_at = excluded.uploaded_at""")
                .setParameter("contest", contestId)
                .setParameter("column", column)
                .setParameter("content", text.content())
                .setParameter("sha256", text.sha256())
                .setParameter("levels", hierarchy.topLevel() + 1)
                .setParameter("size", hierarchy.size())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The top level of each, by column. */
    public static Map<String, Integer> topLevels(List<HierarchyInfo> infos) {
        return infos.stream().collect(Collectors.toMap(HierarchyInfo::column, HierarchyInfo::topLevel));
    }

    private static HierarchyInfo info(Tuple row) {
        return new HierarchyInfo(
                row.get("column_name", String.class),
                row.get("levels", Integer.class) - 1,
                row.get("size", Integer.class),
                row.get("sha256", String.class));
    }

    private static Hierarchy parsed(String column, String content) {
        if (new HierarchyText(content).read() instanceof HierarchyReading.Read read) {
            return read.hierarchy();
        }
        throw new IllegalStateException("The hierarchy of " + column + " was checked before it was kept");
    }

    /**
     * What is told of a hierarchy.
     *
     * @param column the column it is for
     * @param topLevel its top level; levels count from 0
     * @param values how many values it knows
     * @param sha256 the digest of the file
     */
    public record HierarchyInfo(String column, int topLevel, int values, String sha256) {}
}
