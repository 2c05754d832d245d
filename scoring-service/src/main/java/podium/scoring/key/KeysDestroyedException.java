package podium.scoring.key;

import java.util.UUID;

/** The contest is archived: its keys were destroyed, and with them everything that was encrypted under them. */
public final class KeysDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysDestroyedException(UUID contestId) {
        super("The keys of contest " + contestId + " were destroyed when it was archived");
    }
}
