package podium.leaderboard.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.board.BoardDoor;
import podium.leaderboard.board.ChangeDocument;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;

/** Boards to follow. */
@Path("/api/v1/leaderboards/{slug}/events")
@Tag(name = "leaderboards")
public class LiveResource {

    private final BoardDoor door;
    private final LiveStreams streams;

    LiveResource(BoardDoor door, LiveStreams streams) {
        this.door = door;
        this.streams = streams;
    }

    /** The stream of a board. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "followBoard",
            summary = "The live stream of a board",
            description = "Server-sent events. First a snapshot, the board as GET returns it (at most its first 1000"
                    + " rows); then for every version one event standings with the rows that changed. Ids are"
                    + " <epoch>-<version>. A client that connects again with Last-Event-ID gets every version that it"
                    + " missed, once and in order; if those are too many, or the epoch is another, a new snapshot."
                    + " When the private board opens, an event revealed. A comment every 15 s keeps the connection.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; data of its events standings",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ChangeDocument.class)))
    @APIResponse(responseCode = "404", description = "contest-unknown: no such contest, or not one for this caller")
    @APIResponse(responseCode = "409", description = "not-revealed: the private board is not open yet")
    @APIResponse(
            responseCode = "503",
            description = "streams-full: too many clients; Retry-After tells when to come back")
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "The contest's slug", example = "adult-income") @PathParam("slug") String slug,
            @Parameter(description = "public or private") @QueryParam("view") @DefaultValue("public") String view,
            @Parameter(description = "The id of the last event that the client has seen")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Nullable
                    String lastEventId) {
        BoardKey key = door.enter(slug, view);
        return streams.follow(slug, key, BoardPosition.parse(lastEventId));
    }
}
