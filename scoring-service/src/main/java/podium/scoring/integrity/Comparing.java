package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.scoring.fingerprint.Fingerprints;
import podium.scoring.fingerprint.OwnChange;
import podium.scoring.fingerprint.Panel;
import podium.scoring.fingerprint.Resemblance;
import podium.scoring.fingerprint.Screen;
import podium.scoring.fingerprint.Screening;
import podium.scoring.fingerprint.Voice;

/**
 * A pass over a contest: some new files are compared with the latest ones of all teams and with earlier ones of their own.
 * All that it finds can be found again, so that a pass that broke off is simply done again.
 *
 * <p>It holds the samples of the new files, of a panel of 31 teams and of one other team, and a page of screens: about 6 MB,
 * however many teams there are.
 */
@ApplicationScoped
class Comparing {
    private static final Logger LOG = Logger.getLogger(Comparing.class);
    private static final int PAGE = 1000;

    /** Of files that say the same, so many are looked at each time; a flag grows over several passes. */
    private static final int MOST_SAME = 1000;

    /** When so many of a team's small changes wait for a review, another one tells nothing new. */
    private static final int ENOUGH = 50;

    private final PassStore passes;
    private final FingerprintStore store;
    private final RangeViolationStore violations;
    private final SuspicionStore suspicions;
    private final FlagStore flags;
    private final Samples samples;
    private final PredictionFiles files;
    private final IntegrityConfig config;

    @Inject
    Comparing(
            PassStore passes,
            FingerprintStore store,
            RangeViolationStore violations,
            SuspicionStore suspicions,
            FlagStore flags,
            Samples samples,
            PredictionFiles files,
            IntegrityConfig config) {
        this.passes = passes;
        this.store = store;
        this.violations = violations;
        this.suspicions = suspicions;
        this.flags = flags;
        this.samples = samples;
        this.files = files;
        this.config = config;
    }

    /** Whether there was something to compare. */
    boolean next() {
        Optional<UUID> contest = passes.claim(config.lease());
        if (contest.isEmpty()) {
            return false;
        }
        try {
            violations.flagNew(contest.get(), config.rangeViolations());
            List<KeptFile> fresh = store.fresh(contest.get(), config.filesAPass());
            if (!fresh.isEmpty()) {
                compare(fresh);
            }
            passes.done(contest.get(), config.pause());
        } catch (RuntimeException e) {
            LOG.warnf(e, "A comparison of the files of contest %s broke off; it is tried again", contest.get());
            passes.done(contest.get(), config.pauseAfterTrouble());
        }
        return true;
    }

    private void compare(List<KeptFile> fresh) {
        KeptFile first = fresh.getFirst();
        List<KeptFile> alike = fresh.stream()
                .filter(file -> file.shape().equals(first.shape()))
                .toList();
        compareWithTeams(alike);
        for (KeptFile file : alike) {
            flagSame(file);
            flagBlock(file);
            compareWithOwn(file);
            store.compared(file, config.earlierFiles());
        }
    }

    private void compareWithTeams(List<KeptFile> fresh) {
        UUID contest = fresh.getFirst().contestId();
        Shape shape = fresh.getFirst().shape();
        Panel panel = panel(contest, shape);
        Screening screening = new Screening(shape.kind(), panel.typical());
        List<New> subjects = fresh.stream()
                .filter(file -> !file.constant())
                .map(file -> New.of(file, screening))
                .toList();
        int pairs = 0;
        for (List<LatestFile> page = page(contest, shape, null); !page.isEmpty(); ) {
            for (LatestFile latest : page) {
                Screening.Subject subject = screening.subject(latest.screen());
                List<New> similar = subjects.stream()
                        .filter(a -> !a.file.teamId().equals(latest.teamId()) && screening.alike(a.subject, subject))
                        .toList();
                pairs += similar.size();
                if (pairs <= config.pairsAPass()) {
                    compare(similar, latest, panel);
                }
            }
            page = page(contest, shape, page.getLast().teamId());
        }
        if (pairs > config.pairsAPass()) {
            LOG.warnf(
                    "Contest %s: %d pairs of files look alike, %d were compared", contest, pairs, config.pairsAPass());
        }
    }

    private Panel panel(UUID contest, Shape shape) {
        Fingerprints fingerprints = samples.of(contest, shape.rows());
        List<Voice> voices = new ArrayList<>();
        for (KeptFile file : store.panel(contest, shape, Panel.MOST_TEAMS)) {
            voices.add(voice(file));
        }
        return new Panel(shape.kind(), fingerprints.sample().truth(files.labels(contest), shape.columns()), voices);
    }

    private List<LatestFile> page(UUID contest, Shape shape, @Nullable UUID after) {
        return store.latest(contest, shape, after, PAGE);
    }

    private void compare(List<New> similar, LatestFile latest, Panel panel) {
        if (similar.isEmpty()) {
            return;
        }
        KeptFile other = store.find(latest.submissionId());
        if (other.cells() == null) {
            return;
        }
        Voice voice = voice(other);
        for (New subject : similar) {
            // Identical ones have a flag of their own.
            if (!subject.file.sha256().equals(other.sha256())) {
                suspect(subject.file, other, panel.compare(subject.voice, voice));
            }
        }
    }

    private void suspect(KeptFile file, KeptFile other, Resemblance resemblance) {
        String teams = file.teamsWith(other);
        if (resemblance.maybeNearlyEqual() && flags.unreviewed(FlagKind.NEARLY_EQUAL, file.contestId(), teams) == 0) {
            suspicions.add(FlagKind.NEARLY_EQUAL, file, other, null);
        }
        if (resemblance.correlated() && flags.unreviewed(FlagKind.RESIDUAL_CORRELATION, file.contestId(), teams) == 0) {
            suspicions.add(
                    FlagKind.RESIDUAL_CORRELATION,
                    file,
                    other,
                    Facts.Residual.of(Objects.requireNonNull(resemblance.residual())));
        }
    }

    private void compareWithOwn(KeptFile file) {
        double[] cells = file.cells();
        if (cells == null
                || flags.unreviewed(
                                FlagKind.SMALL_CHANGE,
                                file.contestId(),
                                file.teamId().toString())
                        >= ENOUGH) {
            return;
        }
        for (KeptFile earlier : store.earlier(file, config.earlierFiles())) {
            double[] before = earlier.cells();
            if (before != null
                    && !earlier.sha256().equals(file.sha256())
                    && OwnChange.maybeSmall(cells, before, file.shape().rows())) {
                suspicions.add(FlagKind.SMALL_CHANGE, file, earlier, null);
                return;
            }
        }
    }

    private void flagSame(KeptFile file) {
        if (file.constant()) {
            return;
        }
        List<KeptFile> same = store.same(file, MOST_SAME);
        if (same.stream().map(KeptFile::teamId).distinct().count() > 1) {
            flags.raise(
                    FlagKind.IDENTICAL,
                    file.contestId(),
                    file.sha256(),
                    Facts.identical(file.shape().rows()),
                    same.stream().map(KeptFile::submitted).toList());
        }
    }

    private void flagBlock(KeptFile file) {
        if (file.block() != null) {
            flags.raise(
                    FlagKind.CONSTANT_OUTSIDE_BLOCK,
                    file.contestId(),
                    file.teamId().toString(),
                    Facts.block(file.shape().rows(), file.block()),
                    List.of(file.submitted()));
        }
    }

    private static Voice voice(KeptFile file) {
        return Voice.of(file.shape().kind(), file.teamId(), Objects.requireNonNull(file.cells()));
    }

    /** A file that was not compared yet. */
    private record New(KeptFile file, Voice voice, Screening.Subject subject) {
        static New of(KeptFile file, Screening screening) {
            Screen screen = Screen.of(file.shape().kind(), Objects.requireNonNull(file.cells()));
            return new New(file, Comparing.voice(file), screening.subject(screen));
        }
    }
}
