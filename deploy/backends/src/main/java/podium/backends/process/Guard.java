package podium.backends.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The watchdog that lets no child outlive this JVM: one small shell in a session of its own that reads orders from a
 * pipe. However this JVM ends, {@code kill -9} included, the kernel closes the pipe, and the shell then ends every
 * process group it was told about.
 */
final class Guard {
    /**
     * Reads {@code guard SIGNAL GROUP} and {@code forget GROUP} until the pipe is closed. A group first gets the signal
     * at which it ends by itself, and what is left a moment later is killed.
     */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            groups=
            while read -r verb a b; do
              case $verb in
                guard) groups="$groups $a:$b" ;;
                forget) rest=; for g in $groups; do [ "${g#*:}" = "$a" ] || rest="$rest $g"; done; groups=$rest ;;
              esac
            done
            for g in $groups; do kill -s "${g%%:*}" -- "-${g#*:}" 2> /dev/null; done
            for round in 1 2 3 4 5 6 7 8 9 10; do
              left=
              for g in $groups; do kill -s 0 -- "-${g#*:}" 2> /dev/null && left="$left ${g#*:}"; done
              [ -n "$left" ] || exit 0
              sleep 0.2
            done
            for p in $left; do kill -s KILL -- "-$p" 2> /dev/null; done
            """;

    private static final Guard INSTANCE = new Guard();

    private final Writer orders;

    private Guard() {
        try {
            Process shell = new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            orders = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new BackendException("Cannot start the watchdog of child processes: it needs sh and setsid.", e);
        }
    }

    static Guard instance() {
        return INSTANCE;
    }

    void watch(long group, String signal) {
        order("guard " + signal + " " + group);
    }

    void forget(long group) {
        order("forget " + group);
    }

    private synchronized void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new BackendException("The watchdog of child processes is gone.", e);
        }
    }
}
