package podium.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.signal.Signals;
import podium.kit.signal.Subscription;
import podium.kit.time.Backoff;

/**
 * Brings events from the outbox to Kafka, on a thread of its own in every replica: woken by the notification of a commit,
 * with a slow poll as a net. There is no leader; row locks keep two relays from taking the same event.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxBatch batch;
    private final Signals signals;
    private final OutboxConfig config;
    private final Semaphore work = new Semaphore(0);
    // Touched by the relay's thread only.
    private final Map<String, Rest> resting = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Subscription subscription;

    OutboxRelay(OutboxBatch batch, Signals signals, OutboxConfig config) {
        this.batch = batch;
        this.signals = signals;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            running = true;
            subscription = signals.subscribe(Outbox.CHANNEL, _ -> work.release(), work::release);
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        Subscription heard = subscription;
        if (heard != null) {
            heard.close();
        }
        Thread relaying = thread;
        if (relaying != null && !relaying.join(Duration.ofSeconds(5))) {
            relaying.interrupt(); // Kafka holds us up; the transaction rolls back and another relay takes over.
            relaying.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        boolean more = false;
        while (running) {
            try {
                if (!more) {
                    boolean _ = work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
                more = running && relay();
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                more = false;
                if (running) {
                    LOG.warn("The outbox was not relayed, will try again", e);
                }
            }
        }
    }

    private boolean relay() {
        var result = batch.relay(restingTopics());
        result.working().forEach(resting::remove);
        for (String topic : result.troubled()) {
            rest(topic);
        }
        return result.more();
    }

    private Set<String> restingTopics() {
        long now = System.nanoTime();
        var topics = new HashSet<String>();
        resting.forEach((topic, rest) -> {
            if (rest.untilNanos - now > 0) {
                topics.add(topic);
            }
        });
        return topics;
    }

    private void rest(String topic) {
        Rest before = resting.get(topic);
        int failures = before == null ? 1 : before.failures + 1;
        var pause = new Backoff(config.retryAfter(), config.troubleCap()).after(failures, ThreadLocalRandom.current());
        resting.put(topic, new Rest(failures, System.nanoTime() + pause.toNanos()));
        LOG.warnf("Kafka does not take events for topic %s, will try again in %s", topic, pause);
    }

    private record Rest(int failures, long untilNanos) {}
}
