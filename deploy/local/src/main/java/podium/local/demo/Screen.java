package podium.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Where the demo is shown: lines that scroll, and under them, on a terminal, a part that is drawn again and again. Where
 * the output is no terminal the moving part is left out.
 */
public final class Screen {
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final boolean terminal;
    private List<String> moving = List.of();

    /**
     * A screen.
     *
     * @param out where to write
     * @param terminal whether it understands ANSI control sequences
     */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Standard output.
     *
     * @return a terminal if that is one
     */
    public static Screen ofSystem() {
        boolean terminal = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && !"dumb".equals(System.getenv("TERM"))
                && System.getenv("NO_COLOR") == null;
        return new Screen(System.out, terminal);
    }

    /**
     * Whether there is a moving part.
     *
     * @return false if what moves should be said in lines
     */
    public boolean terminal() {
        return terminal;
    }

    /**
     * Says something.
     *
     * @param line without its end; may have several lines
     */
    public synchronized void line(String line) {
        erase();
        out.println(line);
        draw();
    }

    /**
     * Starts a new part.
     *
     * @param title of the part
     */
    public void title(String title) {
        line("");
        line(bold(title));
    }

    /**
     * Shows the moving part.
     *
     * @param lines all of it
     */
    public synchronized void show(List<String> lines) {
        erase();
        moving = terminal ? List.copyOf(lines) : List.of();
        draw();
    }

    /** Lets the moving part scroll away. */
    public synchronized void settle() {
        moving = List.of();
    }

    /**
     * Emphasis.
     *
     * @param text any text
     * @return the same, bold on a terminal
     */
    public String bold(String text) {
        return terminal ? ESCAPE + "1m" + text + ESCAPE + "0m" : text;
    }

    private void erase() {
        if (!moving.isEmpty()) {
            out.print(ESCAPE + moving.size() + "A" + ESCAPE + "J");
        }
    }

    private void draw() {
        moving.forEach(out::println);
        out.flush();
    }
}
