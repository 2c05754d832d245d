package podium.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Writes problems as answers. */
@ApplicationScoped
class ProblemAnswers {
    /** How long a client that is refused may go on sending, so that it gets to read why. */
    private static final long LINGER_MILLIS = 2_000;

    private final ObjectMapper json;

    @Inject
    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    Response problem(ProblemException e, RoutingContext routing) {
        lingerAndClose(routing);
        Problem problem = e.problem();
        if (problem.instance() == null) {
            problem = problem.at(URI.create(routing.request().path()));
        }
        // Written here and not by a message body writer: a problem is sent whatever the client accepts.
        Response.ResponseBuilder answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE);
        e.headers().forEach(answer::header);
        try {
            return answer.entity(json.writeValueAsString(problem)).build();
        } catch (JsonProcessingException bad) {
            throw new IllegalStateException("A problem cannot be written", bad);
        }
    }

    /** What comes of a refused body is dropped; a client that does not stop is cut off. */
    private static void lingerAndClose(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.isEnded()) {
            return;
        }
        routing.addEndHandler(_ -> {
            if (!request.isEnded()) {
                request.handler(_ -> {}).resume();
                routing.vertx().setTimer(LINGER_MILLIS, _ -> {
                    if (!request.isEnded()) {
                        request.connection().close();
                    }
                });
            }
        });
    }
}
