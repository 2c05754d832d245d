package podium.leaderboard.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.http.Cursor;
import podium.kit.http.ETags;
import podium.kit.problem.Problems;
import podium.leaderboard.band.Bands;
import podium.leaderboard.band.BoardBands;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.View;

/** Boards to read. */
@Path("/api/v1/leaderboards/{slug}")
@Tag(name = "leaderboards", description = "Boards of contests and their live streams")
@RunOnVirtualThread
public class BoardResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final int MOST_ROWS = 1000;

    private final BoardDoor door;
    private final Boards boards;
    private final Bands bands;

    BoardResource(BoardDoor door, Boards boards, Bands bands) {
        this.door = door;
        this.boards = boards;
        this.bands = bands;
    }

    /** A part of the board in JSON, or the whole of it in CSV. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "readBoard",
            summary = "The board of a contest",
            description =
                    "Ranked by score, rounded to the contest's decimals; of equal scores the one that was accepted"
                            + " earlier ranks first. A team without a released score does not stand. Rows of one band are tied"
                            + " with the band's first row: the public rows do not tell, at 95 %, which is better. With"
                            + " Accept: text/csv all rows at once. The ETag changes with each version, and with the bands.")
    @APIResponse(
            responseCode = "200",
            description = "The board, from the first row or behind the cursor",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BoardDocument.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The caller has this version: If-None-Match names its ETag")
    @APIResponse(responseCode = "400", description = "view-unknown, limit-invalid, cursor-malformed")
    @APIResponse(responseCode = "404", description = "contest-unknown: no such contest, or not one for this caller")
    @APIResponse(responseCode = "409", description = "not-revealed: the private board is not open yet")
    public Response read(
            @Parameter(description = "The contest's slug", example = "adult-income") @PathParam("slug") String slug,
            @Parameter(description = "public: the live board. private: the one that decides, once it is revealed")
                    @QueryParam("view")
                    @DefaultValue("public")
                    String view,
            @Parameter(description = "The most rows, 1 to 1000") @QueryParam("limit") @DefaultValue("100") int limit,
            @Parameter(description = "next of the part before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context HttpHeaders headers) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw Problems.badRequest("limit-invalid", "limit is a number from 1 to " + MOST_ROWS + ".");
        }
        BoardKey key = door.enter(slug, view);
        Board board = boards.board(key)
                .orElseThrow(() -> new IllegalStateException("Contest " + slug + " has no board " + view));
        boolean csv = wantsCsv(headers.getAcceptableMediaTypes());
        BoardBands ties = csv || key.view() == View.PRIVATE ? BoardBands.NONE : bands.of(board);
        String etag = ETags.of(view + "-" + board.position() + (csv ? "-csv" : "") + ties.fingerprint());
        Response response = ETags.respond(
                ifNoneMatch, etag, () -> csv ? BoardCsv.write(board) : part(slug, board, cursor, limit, ties));
        return Response.fromResponse(response)
                .type(csv ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static String part(String slug, Board board, @Nullable String cursor, int limit, BoardBands ties) {
        int start = Cursor.parse(cursor)
                .map(place -> BoardDocument.start(board, place))
                .orElse(0);
        return EventJson.write(BoardDocument.of(slug, board, start, limit, ties.ofTeam()));
    }

    /** Whether the caller likes CSV better than JSON; the types come best first. */
    private static boolean wantsCsv(List<MediaType> acceptable) {
        return acceptable.stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CSV_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}
