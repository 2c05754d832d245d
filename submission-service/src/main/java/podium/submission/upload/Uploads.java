package podium.submission.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.submission.quota.Booking;
import podium.submission.quota.LeaseConfig;
import podium.submission.quota.Quotas;
import podium.submission.quota.Reservation;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionStore;

/** The course of an upload: take a place in the quota, take the body in, accept. No transaction is open while bytes come. */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Quotas quotas;
    private final Accepting accepting;
    private final SubmissionStore submissions;
    private final FileStores stores;
    private final LeaseConfig config;

    Uploads(Quotas quotas, Accepting accepting, SubmissionStore submissions, FileStores stores, LeaseConfig config) {
        this.quotas = quotas;
        this.accepting = accepting;
        this.submissions = submissions;
        this.stores = stores;
        this.config = config;
    }

    Upload receive(UploadRequest request) {
        return switch (quotas.book(request.contest().id(), request.subjectId(), request.receivedAt(), request.key())) {
            case Booking.Booked booked -> receive(request, booked);
            case Booking.Exhausted it -> new Upload.QuotaExhausted(it.quota());
            case Booking.SentBefore it -> repeated(request, it.submissionId());
            case Booking.BeingSent _ -> new Upload.KeyInUse();
            case Booking.NoTeam _ -> new Upload.NotAnEntrant();
            case Booking.NotOpen _ -> new Upload.NotOpen();
            case Booking.Closed it -> new Upload.TooLate(it.deadline());
        };
    }

    private Upload receive(UploadRequest request, Booking.Booked booked) {
        Reservation place = booked.reservation();
        boolean accepted = false;
        try {
            FileStore store = stores.get("uploads");
            Intake.Taken taken = takeIn(request, place, store);
            if (!(taken instanceof Intake.Taken.Stored stored)) {
                return new Upload.Unusable(taken);
            }
            Upload upload = accepting.accept(request, booked, stored.file());
            accepted = upload instanceof Upload.Accepted;
            if (!accepted) {
                store.delete(stored.file().id());
            }
            return upload;
        } finally {
            // After an exception of the last transaction nobody knows whether it was committed. Giving the place back
            // is right
            // in both cases; the file is left to the sweep, which asks the database first.
            if (!accepted) {
                release(place);
            }
        }
    }

    private Intake.Taken takeIn(UploadRequest request, Reservation place, FileStore store) {
        try (PendingFile file = store.create(place.fileId())) {
            return intake(request, new Heartbeat(place)).take(request.body(), file);
        }
    }

    /** The same key again: the same file gets the same answer, without a place in the quota. */
    private Upload repeated(UploadRequest request, UUID id) {
        SubmissionEntity before = submissions.read(id).orElseThrow();
        return switch (intake(request, _ -> {}).take(request.body(), new Discarded())) {
            case Intake.Taken.Stored again ->
                again.file().sha256().equals(before.sha256) ? new Upload.Repeated(before) : new Upload.KeyReused();
            case Intake.Taken unusable -> new Upload.Unusable(unusable);
        };
    }

    private Intake intake(UploadRequest request, TeeInputStream.Progress progress) {
        long limit = request.contest().definition().submissions().maxBytes();
        return new Intake(request.coding(), request.digest(), limit, progress);
    }

    private void release(Reservation place) {
        try {
            quotas.release(place);
        } catch (RuntimeException e) {
            LOG.warnf("The place of upload %s was not given back, its lease will end: %s", place.id(), e.getMessage());
        }
    }

    /** Renews the lease while bytes come, and ends uploads that crawl. */
    private final class Heartbeat implements TeeInputStream.Progress {
        private final Reservation place;
        private final long startedAt = System.nanoTime();
        private long renewedAt = startedAt;

        Heartbeat(Reservation place) {
            this.place = place;
        }

        @Override
        public void read(long total) throws IOException {
            long now = System.nanoTime();
            if (now - renewedAt < config.renewEvery().toNanos()) {
                return;
            }
            renewedAt = now;
            long seconds = Duration.ofNanos(now - startedAt).toSeconds();
            if (total < seconds * config.minimumRate()) {
                throw new Intake.InterruptedUploadException(
                        "The upload is slower than " + config.minimumRate() + " bytes per second.");
            }
            if (!quotas.renew(place)) {
                throw new Intake.InterruptedUploadException("The upload lost its place in the quota.");
            }
        }
    }
}
