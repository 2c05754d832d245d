package podium.leaderboard.live;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import podium.kit.event.EventJson;
import podium.leaderboard.board.BoardDocument;
import podium.leaderboard.board.PublishedVersion;
import podium.leaderboard.standing.Board;

/** What a stream sends. Events are made once and shared by all clients. */
final class StreamEvents {

    /** What a stream sends when it has nothing to say. */
    static final OutboundSseEvent HEARTBEAT = builder().comment("heartbeat").build();

    private StreamEvents() {}

    /** The board, at most its first {@code rows} rows; without bands, which versions that follow could not keep true. */
    static OutboundSseEvent snapshot(String slug, Board board, int rows, Duration retry) {
        return builder()
                .name("snapshot")
                .id(board.position().toString())
                .reconnectDelay(retry.toMillis())
                .data(String.class, EventJson.write(BoardDocument.of(slug, board, 0, rows, Map.of())))
                .build();
    }

    /** A version. */
    static OutboundSseEvent standings(PublishedVersion version) {
        return builder()
                .name("standings")
                .id(version.position().toString())
                .data(String.class, version.document())
                .build();
    }

    /** The private board is open. Without an id: it is no version of the board that is streamed. */
    static OutboundSseEvent revealed(String slug, Board board) {
        return builder()
                .name("revealed")
                .data(String.class, EventJson.write(RevealedDocument.of(slug, board)))
                .build();
    }

    /** The beginning of a stream that goes on where it was. */
    static OutboundSseEvent resumed(Duration retry) {
        return builder().comment("resumed").reconnectDelay(retry.toMillis()).build();
    }

    private static OutboundSseEvent.Builder builder() {
        return new OutboundSseEventImpl.BuilderImpl().mediaType(MediaType.TEXT_PLAIN_TYPE);
    }
}
