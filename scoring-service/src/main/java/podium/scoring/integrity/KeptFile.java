package podium.scoring.integrity;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.scoring.fingerprint.Block;

/**
 * What is kept of a file.
 *
 * @param shape what it can be compared with
 * @param sha256 the digest of its canonical form
 * @param constant whether all rows say the same
 * @param block outside of which it is constant, null if it is not
 * @param cells the sample, null if it was let go
 */
@SuppressWarnings("ArrayRecordComponent") // a sample, compared in hot loops
record KeptFile(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        Shape shape,
        String sha256,
        boolean constant,
        @Nullable Block block,
        double @Nullable [] cells) {
    static final String SELECT = select("cells");
    static final String SELECT_WITHOUT_CELLS = select("cast(null as bytea) as cells");

    private static String select(String cells) {
        return """
                select submission_id, contest_id, team_id, ordinal, shape, sha256, constant,
                    block_rows, block_first, block_last, %s
                from fingerprint
                """.formatted(cells);
    }

    static KeptFile of(Tuple row) {
        Integer blockRows = row.get("block_rows", Integer.class);
        byte[] cells = row.get("cells", byte[].class);
        return new KeptFile(
                row.get("submission_id", UUID.class),
                row.get("contest_id", UUID.class),
                row.get("team_id", UUID.class),
                row.get("ordinal", Integer.class),
                Shape.read(row.get("shape", String.class)),
                row.get("sha256", String.class),
                row.get("constant", Boolean.class),
                blockRows == null
                        ? null
                        : new Block(
                                blockRows, row.get("block_first", Integer.class), row.get("block_last", Integer.class)),
                cells == null ? null : Cells.read(cells));
    }

    /** What there is one flag for about this file's team and another's. */
    String teamsWith(KeptFile other) {
        return Stream.of(teamId, other.teamId).map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    Submitted submitted() {
        return new Submitted(submissionId, teamId, ordinal);
    }

    /** Reads a column. */
    static <T> T json(String text, Class<T> type) {
        try {
            return EventJson.read(text.getBytes(StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds JSON that is no " + type.getSimpleName(), e);
        }
    }
}
