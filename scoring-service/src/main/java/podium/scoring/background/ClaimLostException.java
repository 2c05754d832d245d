package podium.scoring.background;

import java.util.UUID;

/** The lease ran out and another replica may have the task: what was done here must not be committed. */
public final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLostException(UUID taskId) {
        super("The claim of task " + taskId + " is lost");
    }
}
