package podium.local.command;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import podium.local.client.ApiException;
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.demo.Demo;
import podium.local.demo.DemoException;
import podium.local.demo.Screen;

/** Plays the demo on a platform that is up. */
@Command(
        name = "demo",
        description = "Plays a whole contest on real data on a Podium that deploy/local/up has started.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int OK = 200;

    private final Screen screen = Screen.ofSystem();

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "of the origin (default 8080)")
    private int port;

    /**
     * The command.
     *
     * @param arguments of the command line
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        URI origin = URI.create("http://localhost:" + port);
        try {
            if (!up(origin)) {
                System.err.println("demo: There is no Podium at " + origin
                        + ". Start one with deploy/local/up, or name its port with --port.");
                return CommandLine.ExitCode.SOFTWARE;
            }
            new Demo(origin, Clock.systemUTC(), screen).play();
            return CommandLine.ExitCode.OK;
        } catch (RuntimeException e) {
            return failed(screen, e);
        }
    }

    private static boolean up(URI origin) {
        try {
            return PodiumClient.at(origin)
                            .patient(Duration.ZERO)
                            .send(Call.get("/status"))
                            .status()
                    == OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Says why a demo failed: in a sentence if the platform is to blame, with the stack if the demo is. */
    static int failed(Screen screen, Throwable problem) {
        screen.settle();
        if (problem instanceof DemoException || problem instanceof ApiException) {
            System.err.println("demo: " + problem.getMessage());
        } else {
            problem.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
