package podium.kit.outbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import podium.kit.problem.Problems;
import podium.kit.security.Roles;

/** The operator's way to rebuild Kafka from this service's state. */
@Path("/operations/republications")
@Produces(MediaType.APPLICATION_JSON)
public class RepublicationResource {

    private final Republication republication;

    RepublicationResource(Republication republication) {
        this.republication = republication;
    }

    /** Republishes all events of this service; answers when Kafka has them all. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "Send all events of this service to Kafka once more, with the same ids")
    public Republished republish() {
        try {
            return new Republished(republication.run());
        } catch (Republication.AlreadyRunningException _) {
            throw Problems.conflict(
                    "republication-running", "A republication is running in this replica. Wait for it to end.");
        }
    }

    /**
     * What was sent.
     *
     * @param events number of events by topic
     */
    public record Republished(Map<String, Long> events) {}
}
