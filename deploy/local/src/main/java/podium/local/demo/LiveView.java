package podium.local.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import podium.local.client.Board;
import podium.local.client.LiveBoard;
import podium.local.client.ServerEvent;

/** Shows a board as its stream changes it: drawn anew on a terminal, a line for each version elsewhere. */
final class LiveView {
    private final Screen screen;
    private final LiveBoard live = new LiveBoard();
    private final AtomicInteger versions = new AtomicInteger();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch revealed = new CountDownLatch(1);

    LiveView(Screen screen) {
        this.screen = screen;
    }

    void take(ServerEvent event) {
        Board board = live.take(event);
        if (event.type().equals("revealed")) {
            revealed.countDown();
        } else if (board != null && event.type().equals("standings")) {
            versions.incrementAndGet();
            if (screen.terminal()) {
                screen.show(BoardTable.lines(board));
            } else {
                screen.line(BoardTable.line(board));
            }
        }
        connected.countDown();
    }

    /** Versions that were seen. */
    int versions() {
        return versions.get();
    }

    CountDownLatch connected() {
        return connected;
    }

    CountDownLatch revealed() {
        return revealed;
    }
}
