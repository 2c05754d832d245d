package podium.scoring.holdout;

import java.util.Optional;
import java.util.UUID;

/** The solutions of the contests whose data is released. */
public interface Solutions {

    /** Whether {@link #find} has the solution of a contest; answered without reading it. */
    boolean areThere(UUID contestId);

    /**
     * The solution of a contest; the same instance is handed out again while it is kept in memory.
     *
     * @return empty if the contest's data is not released, as far as this service knows
     * @throws podium.kit.file.StoreException the vault cannot be read
     */
    Optional<Solution> find(UUID contestId);
}
