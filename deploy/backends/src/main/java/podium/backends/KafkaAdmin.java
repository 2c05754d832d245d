package podium.backends;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import podium.backends.process.BackendException;

/** What is asked of a Kafka broker besides producing and consuming. */
final class KafkaAdmin {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final String bootstrapServers;

    KafkaAdmin(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Whether the broker says that it is part of a cluster. */
    boolean answers() {
        try (Admin admin = admin(Duration.ofSeconds(2))) {
            return !await(admin.describeCluster().nodes()).isEmpty();
        }
    }

    void createTopics(Map<String, Integer> partitions, Map<String, String> settings) {
        try (Admin admin = admin(WITHIN)) {
            Map<String, Integer> missing = new HashMap<>(partitions);
            long deadline = System.nanoTime() + WITHIN.toNanos();
            missing.keySet().removeAll(await(admin.listTopics().names()));
            while (!missing.isEmpty()) {
                create(admin, missing, settings);
                // A topic that was just deleted still exists for a moment and is created in the next round.
                Set<String> usable = usable(admin, missing.keySet());
                missing.keySet().removeAll(usable);
                if (!missing.isEmpty()) {
                    pause(deadline, "The topics " + missing.keySet() + " do not come up.");
                }
            }
        }
    }

    void clear() {
        try (Admin admin = admin(WITHIN)) {
            Collection<String> groups = await(admin.listGroups().all()).stream()
                    .map(GroupListing::groupId)
                    .toList();
            long deadline = System.nanoTime() + WITHIN.toNanos();
            for (KafkaFuture<Void> deleted :
                    admin.deleteConsumerGroups(groups).deletedGroups().values()) {
                awaitAnyway(deleted);
            }
            Set<String> topics = await(admin.listTopics().names());
            await(admin.deleteTopics(topics).all());
            while (!await(admin.listTopics().names()).isEmpty()) {
                pause(deadline, "The topics " + topics + " do not go away.");
            }
        }
    }

    private static void create(Admin admin, Map<String, Integer> partitions, Map<String, String> settings) {
        List<NewTopic> topics = partitions.entrySet().stream()
                .map(topic ->
                        new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty()).configs(settings))
                .toList();
        admin.createTopics(topics).values().values().forEach(KafkaAdmin::awaitAnyway);
    }

    /** The topics whose partitions all have a leader. */
    private static Set<String> usable(Admin admin, Set<String> names) {
        Set<String> usable = new HashSet<>();
        admin.describeTopics(names).topicNameValues().forEach((name, description) -> {
            try {
                if (await(description).partitions().stream()
                        .allMatch(partition -> partition.leader() != null
                                && !partition.leader().isEmpty())) {
                    usable.add(name);
                }
            } catch (BackendException e) {
                // not known everywhere yet
            }
        });
        return usable;
    }

    private Admin admin(Duration timeout) {
        int millis = (int) timeout.toMillis();
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
    }

    private static void pause(long deadline, String complaint) {
        if (System.nanoTime() > deadline) {
            throw new BackendException(complaint);
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("Interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BackendException("Kafka does not do it: " + e.getMessage(), e);
        }
    }

    /** For creating what is there and deleting what is not. */
    private static void awaitAnyway(KafkaFuture<Void> future) {
        try {
            await(future);
        } catch (BackendException e) {
            if (!(e.getCause() instanceof ExecutionException failure)
                    || !(failure.getCause() instanceof TopicExistsException
                            || failure.getCause() instanceof GroupIdNotFoundException
                            || failure.getCause() instanceof GroupNotEmptyException)) {
                throw e;
            }
        }
    }
}
