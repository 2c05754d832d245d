package podium.submission.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The released files of contests in the database; the files themselves are in the release store. */
@ApplicationScoped
public class ReleasedFileStore {
    private final EntityManager database;

    ReleasedFileStore(EntityManager database) {
        this.database = database;
    }

    /** In the order of the release. */
    List<DatasetReleased.File> files(UUID contestId) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        "select name, file_id, bytes, sha256, data_rows from released_file where contest_id = :contest order by position",
                        Tuple.class)
                .setParameter("contest", contestId)
                .getResultList()
                .stream()
                .map(ReleasedFileStore::file)
                .toList();
    }

    Optional<DatasetReleased.File> file(UUID contestId, String name) {
        return files(contestId).stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    /** Adds the files of a release. A contest has one release; the first stays. */
    void add(DatasetReleased release) {
        int position = 0;
        for (DatasetReleased.File file : release.files()) {
            database.createNativeQuery("""
                            insert into released_file (contest_id, name, position, file_id, bytes, sha256, data_rows, release_id)
                            values (:contest, :name, :position, :file, :bytes, :sha256, :rows, :release)
                            """)
                    .setParameter("contest", release.contestId())
                    .setParameter("name", file.name())
                    .setParameter("position", position++)
                    .setParameter("file", file.fileId())
                    .setParameter("bytes", file.bytes())
                    .setParameter("sha256", file.sha256())
                    .setParameter("rows", file.rows())
                    .setParameter("release", release.releaseId())
                    .executeUpdate();
        }
    }

    private static DatasetReleased.File file(Tuple row) {
        return new DatasetReleased.File(
                row.get("name", String.class),
                row.get("file_id", UUID.class),
                ((Number) row.get("bytes")).longValue(),
                row.get("sha256", String.class),
                ((Number) row.get("data_rows")).longValue());
    }
}
