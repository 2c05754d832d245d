package podium.scoring.holdout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.file.PendingFile;
import podium.scoring.dataset.Vault;

/** Solutions with corrected labels: a new file of the vault each, beside the released one, which stays. */
@ApplicationScoped
public class CorrectedSolutions {
    private static final int KEPT = 2;

    private final Vault vault;
    private final SequencedMap<UUID, Solution> kept = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    CorrectedSolutions(Vault vault) {
        this.vault = vault;
    }

    /**
     * Writes a solution with other labels for some of its rows.
     *
     * @param labels the labels of these rows, by row, as text
     * @return the file
     */
    public UUID write(Solution solution, Map<Integer, String> labels) {
        List<String> all = new ArrayList<>(solution.rows());
        for (int row = 0; row < solution.rows(); row++) {
            String corrected = labels.get(row);
            all.add(corrected == null ? solution.labels().text(row) : corrected);
        }
        try (PendingFile pending = vault.create(solution.contestId())) {
            SolutionFile.write(pending.stream(), solution, all);
            return pending.complete().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that was written for nothing. */
    public void discard(UUID file) {
        vault.discard(List.of(file));
    }

    /**
     * Reads such a file; those that were asked for last are kept in memory.
     *
     * @param released the contest's solution as it was released
     * @param file null for the solution as it was released
     */
    public synchronized Solution read(Solution released, @Nullable UUID file) {
        if (file == null) {
            return released;
        }
        Solution known = kept.get(file);
        if (known == null) {
            try (InputStream in = vault.open(released.contestId(), file)) {
                known = SolutionFile.read(
                        in,
                        released.contestId(),
                        released.releaseId(),
                        released.labels().classes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept.put(file, known);
            if (kept.size() > KEPT) {
                kept.pollFirstEntry();
            }
        }
        return known;
    }
}
