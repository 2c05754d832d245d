package podium.kit.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import podium.kit.id.Ids;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.time.TimeSource;
import podium.kit.upload.PartedUpload.State;

/**
 * The uploads in parts. Files are the caller's: what a method answers as no longer needed, the caller deletes after the
 * transaction.
 */
@ApplicationScoped
public class PartedUploadStore {
    private static final int SHOWN_MISSING = 20;

    private final DataSource database;
    private final TimeSource time;

    @Inject
    PartedUploadStore(DataSource database, TimeSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Begins an upload.
     *
     * @param mostUnfinished how many the owner may have that are not done
     * @param keep for how long it is kept
     * @throws ProblemException 409 {@code too-many-uploads}
     */
    @Transactional
    public PartedUpload begin(
            String purpose,
            UUID ownerId,
            String createdBy,
            PartedUploadRequest.Checked request,
            int mostUnfinished,
            Duration keep) {
        lock("uploads " + ownerId);
        if (unfinished(ownerId).size() >= mostUnfinished) {
            throw Problems.conflict(
                    "too-many-uploads",
                    "There are " + mostUnfinished + " unfinished uploads already; complete or delete one of them.");
        }
        UUID id = Ids.next();
        Instant now = time.now();
        update(
                """
                insert into parted_upload
                    (id, purpose, owner_id, created_by, bytes, sha256, part_bytes, state, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)""",
                id,
                purpose,
                ownerId,
                createdBy,
                request.bytes(),
                request.sha256(),
                request.partBytes(),
                now,
                now.plus(keep));
        return find(id).orElseThrow();
    }

    /** An upload, empty if there is none or it has expired; while a file is being looked at it does not expire. */
    @Transactional
    public Optional<PartedUpload> find(UUID id) {
        return find(id, "");
    }

    /** The uploads of an owner that are neither done nor refused nor expired, the oldest first. */
    @Transactional
    public List<PartedUpload> unfinished(UUID ownerId) {
        return query("""
                select * from parted_upload where owner_id = ? and (state = 'complete' or state = 'open' and expires_at > ?)
                order by id""", PartedUploadStore::upload, ownerId, time.now());
    }

    /** The parts that have arrived, by number. */
    @Transactional
    public List<UploadPart> parts(UUID id) {
        return query(
                "select * from upload_part where upload_id = ? order by number",
                row -> new UploadPart(
                        row.getInt("number"),
                        row.getObject("file_id", UUID.class),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        instant(row, "received_at")),
                id);
    }

    /**
     * Notes a part, in place of the one with its number.
     *
     * @return the files that nothing refers to any more
     * @throws ProblemException 404 {@code no-such-upload}, 409 {@code upload-complete}
     */
    @Transactional
    public List<UUID> put(UUID id, UploadPart part) {
        requireOpen(find(id, " for share").orElseThrow(PartedUploadStore::unknown));
        lock("part " + id + " " + part.number());
        List<UUID> before = query(
                "select file_id from upload_part where upload_id = ? and number = ?",
                PartedUploadStore::file,
                id,
                part.number());
        update("""
                insert into upload_part (upload_id, number, file_id, bytes, sha256, received_at) values (?, ?, ?, ?, ?, ?)
                on conflict (upload_id, number) do update set
                    file_id = excluded.file_id, bytes = excluded.bytes, sha256 = excluded.sha256,
                    received_at = excluded.received_at""", id, part.number(), part.fileId(), part.bytes(), part.sha256(), part.receivedAt());
        return before;
    }

    /**
     * Completes an upload; from now on no part is taken. In the transaction that has the file looked at.
     *
     * @throws ProblemException 404 {@code no-such-upload}, 409 {@code upload-complete}, {@code parts-missing} with the numbers
     */
    @Transactional(TxType.MANDATORY)
    public PartedUpload complete(UUID id) {
        PartedUpload upload = find(id, " for update").orElseThrow(PartedUploadStore::unknown);
        requireOpen(upload);
        Set<Integer> there = parts(id).stream().map(UploadPart::number).collect(Collectors.toSet());
        if (there.size() < upload.parts()) {
            List<Integer> missing = IntStream.rangeClosed(1, upload.parts())
                    .filter(number -> !there.contains(number))
                    .limit(SHOWN_MISSING)
                    .boxed()
                    .toList();
            throw Problems.conflict(
                            "parts-missing",
                            upload.parts() - there.size() + " of " + upload.parts()
                                    + " parts have not arrived; send them.")
                    .with("missing", missing);
        }
        update("update parted_upload set state = 'complete' where id = ?", id);
        return find(id).orElseThrow();
    }

    /**
     * The file was taken; its parts are no longer needed.
     *
     * @return the files of the parts
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> done(UUID id) {
        update("update parted_upload set state = 'done' where id = ?", id);
        return forgetParts(id);
    }

    /**
     * The file was not taken.
     *
     * @return the files of the parts
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> refused(UUID id, PartedUpload.Refusal refusal) {
        update(
                "update parted_upload set state = 'refused', problem_code = ?, problem_detail = ? where id = ?",
                refusal.code(),
                refusal.detail(),
                id);
        return forgetParts(id);
    }

    /**
     * Gives an upload up.
     *
     * @return the files of the parts
     * @throws ProblemException 404 {@code no-such-upload}, 409 {@code upload-complete} while the file is being looked at
     */
    @Transactional
    public List<UUID> abandon(UUID id) {
        PartedUpload upload = find(id, " for update").orElseThrow(PartedUploadStore::unknown);
        if (upload.state() == State.COMPLETE) {
            requireOpen(upload);
        }
        List<UUID> files = forgetParts(id);
        update("delete from parted_upload where id = ?", id);
        return files;
    }

    /**
     * Forgets uploads that have expired, unless they are being looked at.
     *
     * @return the files of their parts
     */
    @Transactional
    public List<UUID> sweep() {
        List<UUID> expired = query(
                "select id from parted_upload where expires_at <= ? and state <> 'complete' for update skip locked",
                row -> row.getObject(1, UUID.class),
                time.now());
        List<UUID> files = new ArrayList<>();
        for (UUID id : expired) {
            files.addAll(forgetParts(id));
            update("delete from parted_upload where id = ?", id);
        }
        return files;
    }

    /** The files of all parts. */
    @Transactional
    public Set<UUID> files() {
        return new HashSet<>(query("select file_id from upload_part", PartedUploadStore::file));
    }

    private List<UUID> forgetParts(UUID id) {
        return query("delete from upload_part where upload_id = ? returning file_id", PartedUploadStore::file, id);
    }

    private Optional<PartedUpload> find(UUID id, String locking) {
        return query(
                        "select * from parted_upload where id = ? and (expires_at > ? or state = 'complete')" + locking,
                        PartedUploadStore::upload,
                        id,
                        time.now())
                .stream()
                .findFirst();
    }

    private static void requireOpen(PartedUpload upload) {
        if (upload.state() != State.OPEN) {
            throw Problems.conflict(
                    "upload-complete", "The upload is " + upload.state().word() + "; begin a new one.");
        }
    }

    /** 404 {@code no-such-upload}. */
    public static ProblemException unknown() {
        return Problems.notFound("no-such-upload", "There is no such upload, or it has expired; begin a new one.");
    }

    private static UUID file(ResultSet row) throws SQLException {
        return row.getObject("file_id", UUID.class);
    }

    private static PartedUpload upload(ResultSet row) throws SQLException {
        String code = row.getString("problem_code");
        return new PartedUpload(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                row.getObject("owner_id", UUID.class),
                row.getString("created_by"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("part_bytes"),
                State.of(row.getString("state")),
                code == null ? null : new PartedUpload.Refusal(code, row.getString("problem_detail")),
                instant(row, "created_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Held until the transaction ends. */
    private void lock(String name) {
        query("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> name, name);
    }

    private void update(String sql, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Uploads cannot be written", e);
        }
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Uploads cannot be read", e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : argument);
        }
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
