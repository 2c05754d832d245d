package podium.backends;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.ToStringConsumer;
import podium.backends.process.BackendException;

/** What both containers need of the engine. */
final class ContainerEngine {
    private ContainerEngine() {}

    /** Whether an engine answers. */
    static boolean available() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Fails with what to do if no engine answers: a test that asked for containers must not pass without them. */
    static void require() {
        if (!available()) {
            throw new BackendException("No container engine answers, and -D" + BackendsMode.PROPERTY
                    + "=containers asks for one: start it, point DOCKER_HOST to it, or use embedded or auto.");
        }
    }

    /** Publishes a port under a number that stays the same when the container is started again. */
    static void publish(GenericContainer<?> container, int containerPort, int hostPort) {
        container.withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                .withPortBindings(new PortBinding(Binding.bindPort(hostPort), new ExposedPort(containerPort))));
    }

    /** Starts a container; if that fails the message shows what it wrote. */
    static void start(GenericContainer<?> container) {
        ToStringConsumer output = new ToStringConsumer();
        container.withLogConsumer(output);
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new BackendException(
                    container.getDockerImageName() + " does not start. Its output:\n" + output.toUtf8String(), e);
        }
    }

    static void kill(GenericContainer<?> container) {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts a container that was killed; its file system is as it was. */
    static void startAgain(GenericContainer<?> container) {
        if (container.isRunning()) {
            kill(container);
        }
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
