package podium.local.command;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import podium.local.client.ApiException;
import podium.local.demo.Demo;
import podium.local.demo.DemoException;
import podium.local.demo.Screen;

/** Plays the demo on a platform that is up. */
@Command(
        name = "demo",
        description = "Plays a whole contest on real data on a Podium that deploy/local/up has started.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
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
        try {
            new Demo(URI.create("http://localhost:" + port), Clock.systemUTC(), screen).play();
            return CommandLine.ExitCode.OK;
        } catch (RuntimeException e) {
            return failed(screen, e);
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
