package podium.submission.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import podium.kit.content.ContentCoding;
import podium.kit.file.StoredFile;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.overdue.OverdueConfig;
import podium.submission.quota.Booking;
import podium.submission.quota.Quotas;
import podium.submission.quota.Reservation;
import podium.submission.receipt.Receipt;
import podium.submission.receipt.ReceiptKeys;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionEvents;
import podium.submission.status.SubmissionStore;
import podium.submission.team.TeamStore;

/** The one transaction in which a stored file becomes an accepted submission: place, ordinal, receipt, event. */
@ApplicationScoped
public class Accepting {
    private final ContestStore contests;
    private final TeamStore teams;
    private final Quotas quotas;
    private final SubmissionStore submissions;
    private final SubmissionEvents events;
    private final ReceiptKeys receipts;
    private final TimeSource time;
    private final OverdueConfig overdue;

    Accepting(
            ContestStore contests,
            TeamStore teams,
            Quotas quotas,
            SubmissionStore submissions,
            SubmissionEvents events,
            ReceiptKeys receipts,
            TimeSource time,
            OverdueConfig overdue) {
        this.contests = contests;
        this.teams = teams;
        this.quotas = quotas;
        this.submissions = submissions;
        this.events = events;
        this.receipts = receipts;
        this.time = time;
        this.overdue = overdue;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Upload accept(UploadRequest request, Booking.Booked booked, StoredFile file) {
        Reservation place = booked.reservation();
        Contest contest = contests.share(place.contestId()).orElseThrow();
        teams.lock(place.teamId());
        Instant now = time.now();
        if (!contest.accepts(place.receivedAt(), now)) {
            return new Upload.TooLate(contest.deadline());
        }
        if (!quotas.redeem(place, now)) {
            return new Upload.Unusable(new Intake.Taken.Interrupted("The upload lost its place in the quota."));
        }
        SubmissionEntity submission = submission(place, file, request.coding(), now);
        submission.idempotencyKey = request.key();
        submission.dueAt = now.plus(overdue.after());
        Receipt receipt = receipts.signer().sign(statement(contest, submission));
        submission.receiptKeyId = receipt.keyId();
        submission.receiptSignature = receipt.signature();
        events.emit(submission, now);
        submissions.persist(submission);
        return new Upload.Accepted(submission, booked.quota());
    }

    private SubmissionEntity submission(Reservation place, StoredFile file, ContentCoding coding, Instant now) {
        SubmissionEntity s = new SubmissionEntity();
        s.id = place.id();
        s.contestId = place.contestId();
        s.teamId = place.teamId();
        s.subjectId = place.subjectId();
        s.ordinal = submissions.lastOrdinal(place.teamId()) + 1;
        s.fileId = file.id();
        s.bytes = file.bytes();
        s.sha256 = file.sha256();
        s.contentEncoding = coding.wireName();
        s.quotaDay = place.quotaDay();
        s.receivedAt = place.receivedAt();
        s.acceptedAt = now;
        return s;
    }

    private static Receipt.Statement statement(Contest contest, SubmissionEntity s) {
        return new Receipt.Statement(
                contest.slug(), s.id, s.teamId, s.ordinal, s.sha256, s.bytes, s.receivedAt, s.acceptedAt);
    }
}
