package podium.scoring.holdout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.DatasetState;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.StagedFiles;
import podium.scoring.dataset.Vault;

/**
 * Reads solutions from the vault and keeps those in memory that were asked for last, up to a number of rows. A released
 * solution never changes, so nothing is ever read twice while it is kept.
 */
@ApplicationScoped
public class SolutionStore implements Solutions {
    private final DatasetStore datasets;
    private final Vault vault;
    private final long mostRows;
    private final Map<UUID, Solution> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostRows how many hidden rows of all contests are kept in memory; the solution in use is kept in any case */
    @Inject
    SolutionStore(
            DatasetStore datasets,
            Vault vault,
            @ConfigProperty(name = "podium.scoring.holdout.rows-in-memory", defaultValue = "5000000") long mostRows) {
        this.datasets = datasets;
        this.vault = vault;
        this.mostRows = mostRows;
    }

    @Override
    public boolean areThere(UUID contestId) {
        return datasets.find(contestId).state() == DatasetState.RELEASED;
    }

    // One at a time: the first submissions of a contest come together and would all read the same file.
    @Override
    public synchronized Optional<Solution> find(UUID contestId) {
        Solution known = kept.get(contestId);
        if (known != null) {
            return Optional.of(known);
        }
        Dataset dataset = datasets.find(contestId);
        if (dataset.state() != DatasetState.RELEASED) {
            return Optional.empty();
        }
        Solution solution = read(dataset);
        kept.put(contestId, solution);
        forgetEldest();
        return Optional.of(solution);
    }

    private Solution read(Dataset dataset) {
        StagedFiles staged = Objects.requireNonNull(dataset.staged(), "a release has its files");
        UUID releaseId = Objects.requireNonNull(dataset.releaseId(), "a release has its id");
        try (InputStream in = vault.open(dataset.contestId(), staged.solutionFile())) {
            return SolutionFile.read(in, dataset.contestId(), releaseId, staged.classes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetEldest() {
        long rows = kept.values().stream().mapToLong(Solution::rows).sum();
        for (Iterator<Solution> eldest = kept.values().iterator(); rows > mostRows && kept.size() > 1; ) {
            rows -= eldest.next().rows();
            eldest.remove();
        }
    }
}
