package podium.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import podium.backends.process.BackendException;
import podium.local.demo.Demo;
import podium.local.demo.Screen;
import podium.local.origin.Origin;
import podium.local.platform.Checkout;
import podium.local.platform.MemoryUse;
import podium.local.platform.Platform;
import podium.local.platform.PlatformException;
import podium.local.platform.PlatformOptions;

/** Starts the whole platform on this machine and keeps it until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Starts Podium on this machine: PostgreSQL, Kafka, Keycloak, the three services and one origin.",
            "What it keeps is in .podium of the checkout, or in $PODIUM_HOME; a second start continues it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class UpCommand implements Callable<Integer> {
    private static final double GIGA = 1e9;

    private final Screen screen = Screen.ofSystem();

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "of the origin (default 8080)")
    private int port;

    @Option(names = "--fresh", description = "delete what is kept from earlier runs")
    private boolean fresh;

    @Option(names = "--demo", description = "play the demo when everything is up")
    private boolean demo;

    @Option(names = "--exit", description = "stop when the demo is done, with its exit code")
    private boolean exit;

    @Option(names = "--supervise", description = "start a component again that dies, instead of stopping")
    private boolean supervise;

    /**
     * The command.
     *
     * @param arguments of the command line
     */
    public static void main(String[] arguments) {
        // What libraries say belongs into no terminal; the components have logs of their own.
        LogManager.getLogManager().reset();
        System.exit(new CommandLine(new UpCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        long began = System.nanoTime();
        Checkout checkout = Checkout.find();
        Path home = Optional.ofNullable(System.getenv("PODIUM_HOME"))
                .map(Path::of)
                .orElse(checkout.root().resolve(".podium"));
        screen.line("Podium starts in " + home.toAbsolutePath().normalize());
        try (Platform platform = Platform.start(new PlatformOptions(home, port, fresh, supervise, this::say))) {
            screen.line("Everything is up after %.1f s.".formatted((System.nanoTime() - began) / GIGA));
            welcome(platform, checkout);
            return run(platform);
        } catch (PlatformException | BackendException | Origin.PortTakenException e) {
            System.err.println("up: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void say(String line) {
        screen.line(line);
    }

    private int run(Platform platform) {
        CompletableFuture<PlatformException> death = platform.death();
        if (demo) {
            CompletableFuture<Void> played =
                    CompletableFuture.runAsync(() -> new Demo(platform.origin(), Clock.systemUTC(), screen).play());
            int code = outcome(played, death);
            memory(platform);
            if (exit || death.isDone()) {
                return code;
            }
            screen.line("");
            screen.line("Podium goes on at " + platform.origin() + " until Ctrl-C.");
        }
        System.err.println("up: " + death.join().getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private int outcome(CompletableFuture<Void> played, CompletableFuture<PlatformException> death) {
        try {
            Object first = CompletableFuture.anyOf(played, death).join();
            if (first instanceof PlatformException problem) {
                System.err.println("up: " + problem.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            return CommandLine.ExitCode.OK;
        } catch (CompletionException e) {
            return DemoCommand.failed(screen, e.getCause() == null ? e : e.getCause());
        }
    }

    private void welcome(Platform platform, Checkout checkout) {
        screen.title("Podium is at " + platform.origin());
        screen.line("  the API              " + platform.origin() + "/openapi.json");
        screen.line("  how everything is    " + platform.origin() + "/status");
        screen.line("  sign-in              " + platform.origin() + "/auth/realms/podium (client podium-cli)");
        screen.line("  logs                 " + platform.home().resolve("logs"));
        for (Map.Entry<String, List<String>> role :
                People.byRole(checkout.realm()).entrySet()) {
            screen.line("  %-20s %s".formatted(role.getKey(), String.join(", ", role.getValue())));
        }
        screen.line("  Passwords are the names. The demo: deploy/local/demo. To stop: Ctrl-C.");
    }

    private void memory(Platform platform) {
        MemoryUse memory = platform.memory();
        screen.title("Memory: %.2f GB in all".formatted(memory.total() / GIGA));
        memory.bytes().forEach((name, bytes) -> screen.line("  %-20s %6.0f MB".formatted(name, bytes / 1e6)));
    }
}
