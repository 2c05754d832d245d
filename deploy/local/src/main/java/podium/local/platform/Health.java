package podium.local.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podium.local.origin.Status;

/** Asks all components at once how they are. */
final class Health {
    private Health() {}

    /**
     * Asks.
     *
     * @param servers those that have started
     * @param threads where to wait for the answers
     * @return a part for each component, started or not
     */
    static Status of(Map<Component, Server> servers, Executor threads) {
        List<CompletableFuture<Status.Part>> parts = Stream.of(Component.values())
                .map(component -> CompletableFuture.supplyAsync(() -> part(component, servers.get(component)), threads))
                .toList();
        return new Status(parts.stream().map(CompletableFuture::join).toList());
    }

    private static Status.Part part(Component component, @Nullable Server server) {
        if (server == null) {
            return new Status.Part(component.fileName(), false, "is starting");
        }
        String place = "process " + server.process().pid() + ", port " + server.port();
        if (!server.process().alive()) {
            return new Status.Part(component.fileName(), false, place + ": has ended");
        }
        boolean healthy = server.healthy();
        return new Status.Part(
                component.fileName(), healthy, healthy ? place : place + ": does not answer as it should");
    }
}
