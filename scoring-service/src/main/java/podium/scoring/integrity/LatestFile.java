package podium.scoring.integrity;

import jakarta.persistence.Tuple;
import java.util.UUID;
import podium.scoring.fingerprint.Screen;

/** The latest file of a team, as far as it takes to see whether it has to be compared. */
record LatestFile(UUID teamId, UUID submissionId, Screen screen) {

    static LatestFile of(Tuple row) {
        return new LatestFile(
                row.get("team_id", UUID.class),
                row.get("submission_id", UUID.class),
                Screen.read(row.get("screen", byte[].class)));
    }
}
