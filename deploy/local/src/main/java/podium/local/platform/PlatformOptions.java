package podium.local.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * How to run a platform.
 *
 * @param home the directory that everything is kept in; one platform at a time uses it
 * @param port of the origin, 0 for a free one
 * @param fresh whether what is kept from an earlier run is deleted
 * @param supervise whether a component that dies is started again; otherwise see {@link Platform#death}
 * @param log told in one line what happened
 * @param serviceOptions options for the JVMs of the services, after those that make them small and quick to start
 */
public record PlatformOptions(
        Path home, int port, boolean fresh, boolean supervise, Consumer<String> log, List<String> serviceOptions) {
    public PlatformOptions {
        serviceOptions = List.copyOf(serviceOptions);
    }

    /** With services that are small and quick to start. */
    public PlatformOptions(Path home, int port, boolean fresh, boolean supervise, Consumer<String> log) {
        this(home, port, fresh, supervise, log, List.of());
    }
}
