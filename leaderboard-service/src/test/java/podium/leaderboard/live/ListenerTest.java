package podium.leaderboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.leaderboard.board.PublishedVersion;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.View;

class ListenerTest {

    private final FakeSource source = new FakeSource();
    private final List<String> leaving = new ArrayList<>();

    @Test
    void aClientThatKeepsUpGetsEachVersionOnce() {
        Client client = connect(null, Long.MAX_VALUE);
        for (int version = 1; version <= 3; version++) {
            source.here = new BoardPosition(1, version);
            client.listener.pump();
            client.listener.pump();
        }
        assertThat(client.ids()).containsExactly("1-0", "1-1", "1-2", "1-3");
    }

    @Test
    void aSlowClientIsSentOnlyWhatItTakesAndMissesNothing() {
        Client client = connect(null, 1);
        for (int version = 1; version <= 70; version++) {
            source.here = new BoardPosition(1, version);
            client.listener.pump();
        }
        assertThat(client.ids()).containsExactly("1-0");
        assertThat(client.listener.isStarved()).isTrue();

        for (int i = 0; i < 70; i++) {
            client.events.request(1);
            client.listener.pump();
        }

        assertThat(client.ids())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, 70).mapToObj(v -> "1-" + v).toList());
        assertThat(leaving).isEmpty();
    }

    @Test
    void aClientThatTakesNothingBetweenTwoHeartbeatsIsDropped() {
        Client client = connect(null, 1);
        client.listener.heartbeat();
        assertThat(leaving).isEmpty();
        client.listener.heartbeat();
        assertThat(leaving).containsExactly("dropped");
        client.events.assertCompleted();
    }

    @Test
    void aClientThatFallsTooFarBehindIsDropped() {
        Client client = connect(null, 1);
        source.here = new BoardPosition(1, source.replay());
        client.listener.pump();
        assertThat(leaving).isEmpty();
        source.here = source.here.next();
        client.listener.pump();
        assertThat(leaving).containsExactly("dropped");
    }

    @Test
    void whoComesBackGoesOnBehindTheLastVersionItHas() {
        source.here = new BoardPosition(1, 9);
        Client client = connect("1-6", Long.MAX_VALUE);
        assertThat(client.ids()).containsExactly("resumed", "1-7", "1-8", "1-9");
    }

    @Test
    void whoIsAheadWaitsAndGetsTheBoardWhenNothingComes() {
        source.here = new BoardPosition(1, 3);
        Client client = connect("1-5", Long.MAX_VALUE);
        assertThat(client.ids()).containsExactly("resumed");

        source.patience = Duration.ZERO;
        client.listener.heartbeat();
        assertThat(client.ids()).containsExactly("resumed", "heartbeat", "1-3");
    }

    @Test
    void aNewEpochBeginsWithTheBoard() {
        Client client = connect(null, Long.MAX_VALUE);
        source.here = new BoardPosition(2, 4);
        client.listener.pump();
        assertThat(client.ids()).containsExactly("1-0", "2-4");
    }

    @Test
    void whatCannotBeMadeEndsTheStreamAndNotTheThread() {
        Client client = connect(null, Long.MAX_VALUE);
        source.broken = true;
        source.here = new BoardPosition(1, 1);
        client.listener.pump();
        assertThat(leaving).containsExactly("failed");
        client.events.assertCompleted();
    }

    private record Client(Listener listener, AssertSubscriber<OutboundSseEvent> events) {

        List<String> ids() {
            return events.getItems().stream()
                    .map(event -> event.getId() == null ? event.getComment() : event.getId())
                    .toList();
        }
    }

    private Client connect(@Nullable String lastEventId, long demand) {
        AtomicReference<Listener> listener = new AtomicReference<>();
        AssertSubscriber<OutboundSseEvent> events = Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        client -> listener.set(
                                new Listener(source, BoardPosition.parse(lastEventId), client, new Ending())),
                        BackPressureStrategy.ERROR)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(demand));
        listener.get().pump();
        return new Client(listener.get(), events);
    }

    private final class Ending implements Listener.Leaving {

        @Override
        public void dropped(Listener listener) {
            leaving.add("dropped");
            listener.end();
        }

        @Override
        public void failed(Listener listener, RuntimeException cause) {
            leaving.add("failed");
            listener.end();
        }
    }

    /** A board without teams whose versions are all there. */
    private static final class FakeSource implements Listener.Source, LiveConfig {

        private BoardPosition here = new BoardPosition(1, 0);
        private Duration patience = Duration.ofMinutes(1);
        private boolean broken;

        @Override
        public Board board() {
            return Board.of(new BoardKey(new UUID(1, 1), View.PUBLIC), here, Instant.EPOCH, null, 4, List.of());
        }

        @Override
        public Board refreshed() {
            return board();
        }

        @Override
        public List<PublishedVersion> after(BoardPosition position, int limit) {
            return LongStream.rangeClosed(position.version() + 1, here.version())
                    .limit(limit)
                    .mapToObj(version -> new PublishedVersion(new BoardPosition(position.epoch(), version), "{}"))
                    .toList();
        }

        @Override
        public Optional<OutboundSseEvent> following(BoardPosition seen) {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            return after(seen, 1).stream().findFirst().map(StreamEvents::standings);
        }

        @Override
        public OutboundSseEvent snapshot(Board board) {
            return StreamEvents.snapshot("x", board, 10, retry());
        }

        @Override
        public Optional<OutboundSseEvent> revealed() {
            return Optional.empty();
        }

        @Override
        public LiveConfig config() {
            return this;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int snapshotRows() {
            return 10;
        }

        @Override
        public int replay() {
            return 1000;
        }

        @Override
        public Duration patience() {
            return patience;
        }

        @Override
        public int clients() {
            return 10;
        }

        @Override
        public int threads() {
            return 1;
        }
    }
}
