package podium.kit.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import podium.kit.content.RangeNotSatisfiableException;
import podium.kit.file.StoreException;
import podium.kit.http.BodyReader;
import podium.kit.http.ETags;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;

/** Endpoints that go wrong in every way that is mapped. */
@Path("/sample")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    /** What kind of thing. */
    public enum Kind {
        PLAIN,
        FANCY
    }

    /** A part of a thing. */
    public record Part(@NotBlank String name, int weight) {
        public Part {
            if (weight < 0) {
                throw new IllegalArgumentException("weight must not be negative");
            }
        }
    }

    /** A thing. */
    public record Thing(
            @NotBlank String name,
            @Nullable Kind kind,
            @Nullable Instant since,
            @Nullable @Size(max = 3) List<@Valid Part> parts,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
            String note) {}

    @Inject
    Caller caller;

    @Inject
    DataSource database;

    @Inject
    Gate gate;

    @GET
    @Path("problem")
    public String problem() {
        throw Problems.tooMany("quota-used-up", Duration.ofMillis(1500), "Five a day. Come back tomorrow.")
                .with("remaining", 0);
    }

    @GET
    @Path("wrapped")
    public String wrapped() {
        throw new CompletionException(Problems.conflict("contest-closed", "It is over."));
    }

    @GET
    @Path("bug")
    public String bug() {
        throw new IllegalStateException("secret internals");
    }

    @GET
    @Path("database-down")
    public String databaseDown() {
        throw new IllegalStateException(new SQLException("secret host refused", "08001"));
    }

    @GET
    @Path("store-down")
    public String storeDown() {
        throw new StoreException("secret address", null);
    }

    @GET
    @Path("range")
    public String range() {
        throw new RangeNotSatisfiableException(42);
    }

    @GET
    @Path("limited")
    public Map<String, Integer> limited(@QueryParam("limit") @Max(100) int limit) {
        return Map.of("limit", limit);
    }

    @POST
    @Path("things")
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.YAML, BodyReader.OLD_YAML})
    public Thing create(@Valid Thing thing) {
        return thing;
    }

    @POST
    @Path("orders")
    @Idempotent
    @Transactional
    public Response order(Thing thing) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into ordered values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, thing.name());
            insert.executeUpdate();
        }
        return switch (thing.name()) {
            case "refused" -> throw Problems.conflict("sold-out", "Order something else.");
            case "slow" -> {
                gate.pass();
                yield created(id, thing);
            }
            default -> created(id, thing);
        };
    }

    private static Response created(UUID id, Thing thing) {
        return Response.created(URI.create("/sample/orders/" + id))
                .header("ETag", ETags.of(1))
                .entity(thing)
                .build();
    }

    @POST
    @Path("plain-orders")
    @Idempotent
    public Map<String, UUID> plainOrder() {
        return Map.of("id", UUID.randomUUID());
    }

    @POST
    @Path("upload")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Map<String, Long> upload(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    @GET
    @Path("organizers-only")
    @RolesAllowed(Roles.ORGANIZER)
    public Map<String, String> organizersOnly() {
        return Map.of(
                "subject",
                caller.subject(),
                "name",
                caller.name().orElse(""),
                "email",
                caller.email().orElse(""));
    }

    @GET
    @Path("anyone")
    public Map<String, Boolean> anyone() {
        return Map.of("signedIn", caller.signedIn(), "contestant", caller.has(Roles.CONTESTANT));
    }

    @GET
    @Path("own")
    public Map<String, String> own() {
        return Map.of("subject", caller.subject());
    }

    @GET
    @Path("version")
    public Response version(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return ETags.respond(ifNoneMatch, ETags.of(7), () -> Map.of("version", 7, "location", URI.create("/x")));
    }
}
