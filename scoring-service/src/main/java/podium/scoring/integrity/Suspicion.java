package podium.scoring.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the samples say of two files, until both are read again.
 *
 * @param submissionId the file that was new
 * @param otherId the one that it was compared with
 * @param residual of a suspicion of that kind
 * @param tries how often it was tried to read them, this time included
 */
record Suspicion(
        UUID id,
        UUID contestId,
        FlagKind kind,
        UUID submissionId,
        UUID otherId,
        Facts.@Nullable Residual residual,
        int tries) {}
