package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;

/** From an accepted submission to its outcome, the events being what submission-service sends. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GivenSolutions.Profile.class)
class ScoringIT {
    private final UUID team = Ids.next();

    @Inject
    ScoringScene scene;

    private KafkaEvents scores;

    @BeforeEach
    void listen() {
        scores = KafkaEvents.consume("scores");
    }

    @AfterEach
    void close() {
        scores.close();
    }

    @Test
    void releasesThePublicScoreRoundedAndNothingElse() {
        scene.isOpen();

        UUID submission = scene.submits(team, 1, ScoringScene.file(0.123456, 7.5));

        ReceivedEvent scored = scene.hears(scores, "SubmissionScored", submission);
        assertThat(scored.key()).isEqualTo(scene.contest.toString());
        assertThat(scored.source()).isEqualTo("/scoring-service");
        assertThat(scored.json())
                .contains("\"releasedScore\":0.1235,", "\"metric\":\"rmse\"", "\"direction\":\"minimize\"")
                .contains("\"decimals\":4", "\"scoringVersion\":1", "\"ordinal\":1", team.toString())
                .contains("\"acceptedAt\":\"2026-11-05T10:01:00.412Z\"")
                .doesNotContain("7.5", "0.123456", "rivate");
    }

    @Test
    void scoresOnceHoweverOftenItIsTold() {
        scene.isOpen();
        UUID submission = Ids.next();
        StoredFile file = scene.upload(ScoringScene.file(1, 1).getBytes(UTF_8));

        List<UUID> events = List.of(
                scene.accepted(submission, team, 1, 1, file, "identity"),
                scene.accepted(submission, team, 1, 2, file, "identity"),
                scene.accepted(submission, team, 1, 3, file, "identity"),
                scene.abandoned(submission, team, 1));

        events.forEach(scene::isHandled);
        scene.hears(scores, "SubmissionScored", scene.submits(team, 2, ScoringScene.file(2, 2)));
        assertThat(scene.heard(scores)).hasSize(2);
    }

    @Test
    void releasesInTheTeamsOrder() {
        scene.isOpen();
        UUID third = scene.submits(team, 3, ScoringScene.file(3, 0));
        UUID second = scene.submits(team, 2, "id,y\n");
        scene.hasOutcomes(2);
        UUID otherTeams = scene.submits(Ids.next(), 1, ScoringScene.file(4, 0));
        scene.hears(scores, "SubmissionScored", otherTeams);
        assertThat(scene.heard(scores)).hasSize(1);

        UUID first = scene.submits(team, 1, ScoringScene.file(1, 0));

        UUID firstEvent = scene.hears(scores, "SubmissionScored", first).id();
        UUID secondEvent = scene.hears(scores, "SubmissionRejected", second).id();
        UUID thirdEvent = scene.hears(scores, "SubmissionScored", third).id();
        // Ids of one process ascend, so they tell in which order the outcomes were released.
        assertThat(List.of(firstEvent.toString(), secondEvent.toString(), thirdEvent.toString()))
                .isSorted();
    }

    @Test
    void waitsForTheContestAndForItsRelease() {
        UUID submission = Ids.next();
        StoredFile file = scene.upload(ScoringScene.file(0.5, 0).getBytes(UTF_8));
        UUID event = scene.accepted(submission, team, 1, 1, file, "identity");
        scene.isWaiting(event);

        scene.isKnown();
        scene.isReleased();

        assertThat(scene.hears(scores, "SubmissionScored", submission).json()).contains("\"releasedScore\":0.5000");
    }

    @Test
    void readsPackedFiles() throws IOException {
        scene.isOpen();
        UUID gzipped = Ids.next();
        UUID zstd = Ids.next();
        byte[] file = ScoringScene.file(0.25, 0).getBytes(UTF_8);

        scene.accepted(gzipped, team, 1, 1, scene.upload(gzip(file)), "gzip");
        scene.accepted(zstd, team, 2, 1, scene.upload(Zstd.compress(file)), "zstd");

        assertThat(scene.hears(scores, "SubmissionScored", gzipped).json()).contains("\"releasedScore\":0.2500");
        assertThat(scene.hears(scores, "SubmissionScored", zstd).json()).contains("\"releasedScore\":0.2500");
    }

    @Test
    void rejectsAMalformedFileWithItsRows() {
        scene.isOpen();

        UUID submission = scene.submits(team, 1, "id,y\n1,1\n2,n/a\n3,101\n4,4\n5,5\n6,6\n7,7\n");

        assertThat(scene.hears(scores, "SubmissionRejected", submission).json())
                .contains(
                        "{\"kind\":\"not-a-number\",\"line\":3,\"column\":\"y\",\"found\":\"n/a\","
                                + "\"expected\":\"a number between -100 and 100\"}",
                        "{\"kind\":\"out-of-range\",\"line\":4,\"column\":\"y\",\"found\":\"101\","
                                + "\"expected\":\"a number between -100 and 100\"}",
                        "{\"kind\":\"missing-id\",\"expected\":\"a row for every id of test.csv; 1 is missing, 8\"}",
                        "\"counts\":{\"missing-id\":1,\"not-a-number\":1,\"out-of-range\":1}");
    }

    @Test
    void rejectsAFileThatCannotBeUnpacked() throws IOException {
        scene.isOpen();
        UUID truncated = Ids.next();
        UUID plain = Ids.next();
        byte[] packed = gzip(ScoringScene.file(0.25, 0).getBytes(UTF_8));

        scene.accepted(truncated, team, 1, 1, scene.upload(Arrays.copyOf(packed, packed.length - 12)), "gzip");
        scene.accepted(plain, team, 2, 1, scene.upload(ScoringScene.file(1, 1).getBytes(UTF_8)), "zstd");

        assertThat(scene.hears(scores, "SubmissionRejected", truncated).json()).contains("\"truncated-file\":1");
        assertThat(scene.hears(scores, "SubmissionRejected", plain).json())
                .contains("\"counts\":{\"broken-coding\":1}");
    }

    @Test
    void rejectsABombOnceItIsTooLarge() throws IOException {
        scene.isOpen();
        UUID bomb = Ids.next();
        byte[] lines = "id,y\n".concat("\n".repeat(2_000_000)).getBytes(UTF_8);

        scene.accepted(bomb, team, 1, 1, scene.upload(gzip(lines)), "gzip");

        assertThat(scene.hears(scores, "SubmissionRejected", bomb).json()).contains("\"counts\":{\"too-large\":1}");
    }

    @Test
    void aFileThatIsNotInTheStoreYetIsNoFaultOfTheEntrant() {
        scene.isOpen();
        UUID submission = Ids.next();
        byte[] bytes = ScoringScene.file(0.5, 0).getBytes(UTF_8);
        StoredFile twin = scene.upload(bytes);
        StoredFile missing = new StoredFile(Ids.next(), twin.bytes(), twin.sha256());
        scene.accepted(submission, team, 1, 1, missing, "identity");

        scene.upload(missing.id(), bytes);
        // What overdue submissions get: told again, whether or not the first telling is still being tried.
        scene.accepted(submission, team, 1, 2, missing, "identity");

        scene.hears(scores, "SubmissionScored", submission);
        assertThat(scene.heard(scores)).hasSize(1);
    }

    @Test
    void bytesThatWereNotAcceptedAreNeverScored() {
        scene.isOpen();
        UUID submission = Ids.next();
        StoredFile file = scene.upload(ScoringScene.file(0.5, 0).getBytes(UTF_8));
        StoredFile other = new StoredFile(file.id(), file.bytes(), "0".repeat(64));
        scene.accepted(submission, team, 1, 1, other, "identity");

        scene.abandoned(submission, team, 1);

        assertThat(scene.hears(scores, "SubmissionFailed", submission).json())
                .contains("\"reason\":\"not scored after 3 attempts\"");
        assertThat(scene.heard(scores)).hasSize(1);
    }

    @Test
    void anEffectThatIsRolledBackIsTriedAgain() {
        scene.isOpen();
        // The database refuses the third last thing that scoring does, twice.
        scene.run("create sequence refusals");
        scene.run("""
                create function refuse_twice() returns trigger language plpgsql as $$
                begin
                    if new.contest_id = '%s' and nextval('refusals') <= 2 then raise exception 'refused'; end if;
                    return new;
                end $$""".formatted(scene.contest));
        scene.run(
                "create trigger refuse_twice after update on team_release for each row execute function refuse_twice()");

        UUID submission = scene.submits(team, 1, ScoringScene.file(0.5, 0));

        scene.hears(scores, "SubmissionScored", submission);
        scene.run("drop trigger refuse_twice on team_release");
        assertThat(scene.heard(scores)).hasSize(1);
        assertThat(scene.count("select last_value from refusals")).isEqualTo(3);
        assertThat(scene.count("select next_ordinal from team_release where team_id = '" + team + "'"))
                .isEqualTo(2);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
