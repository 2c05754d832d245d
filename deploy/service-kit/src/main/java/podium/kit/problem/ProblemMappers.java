package podium.kit.problem;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import podium.kit.content.LimitExceededException;
import podium.kit.content.RangeNotSatisfiableException;
import podium.kit.failure.Trouble;
import podium.kit.file.StoreException;

/** Turns what resource methods throw, and what the server finds wrong before it comes to them, into problems. */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final ProblemAnswers answers;

    @Inject
    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, RoutingContext routing) {
        return answers.problem(e, routing);
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException e, RoutingContext routing) {
        if (e.getConstraintViolations().stream().anyMatch(Violations::inReturnValue)) {
            return unexpected(e, routing);
        }
        return answers.problem(Problems.unprocessable(Violations.of(e.getConstraintViolations())), routing);
    }

    @ServerExceptionMapper
    Response tooLarge(LimitExceededException e, RoutingContext routing) {
        return answers.problem(Problems.tooLarge(e.limit()), routing);
    }

    @ServerExceptionMapper
    Response rangeNotSatisfiable(RangeNotSatisfiableException e, RoutingContext routing) {
        ProblemException problem = Problems.of(416, "range-not-satisfiable", "There are " + e.size() + " bytes.")
                .header("Content-Range", "bytes */" + e.size());
        return answers.problem(problem, routing);
    }

    @ServerExceptionMapper
    Response storeUnavailable(StoreException e, RoutingContext routing) {
        LOG.errorf(
                e,
                "%s %s: the file store failed",
                routing.request().method(),
                routing.request().path());
        return answers.problem(
                Problems.unavailable("store-unavailable", RETRY_AFTER, "The file store is out of reach; try again."),
                routing);
    }

    /** What the server itself finds: no such path, method, media type, or a parameter that cannot be read. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, RoutingContext routing) {
        Response response = e.getResponse();
        if (response.getStatus() < 400 || response.hasEntity()) {
            return response; // an answer that a method chose to throw
        }
        if (response.getStatus() >= SERVER_ERROR) {
            return unexpected(e, routing);
        }
        return answers.problem(refusal(response.getStatus(), routing), routing);
    }

    /** Anything else is our mistake. The client gets the number under which the log has the rest. */
    @ServerExceptionMapper
    Response unexpected(Throwable e, RoutingContext routing) {
        // Interceptors and futures wrap what a method threw.
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem(problem, routing);
                }
                case LimitExceededException limit -> {
                    return tooLarge(limit, routing);
                }
                case StoreException store -> {
                    return storeUnavailable(store, routing);
                }
                default -> {}
            }
        }
        if (Trouble.isTemporary(e)) {
            return outOfReach(e, routing);
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(
                e,
                "Incident %s: %s %s failed",
                incident,
                routing.request().method(),
                routing.request().path());
        return answers.problem(
                Problems.of(
                                SERVER_ERROR,
                                "unexpected",
                                "This is our mistake. Tell the operator the incident, or try again later.")
                        .with("incident", incident),
                routing);
    }

    /** The database or the network: it passes, and the client is told to come again. */
    private Response outOfReach(Throwable e, RoutingContext routing) {
        LOG.warnf(
                e,
                "%s %s: a part of the platform is out of reach",
                routing.request().method(),
                routing.request().path());
        return answers.problem(
                Problems.unavailable(
                        "temporarily-unavailable",
                        RETRY_AFTER,
                        "A part of the platform is out of reach at the moment; try again."),
                routing);
    }

    private static ProblemException refusal(int status, RoutingContext routing) {
        String method = routing.request().method().name();
        String path = routing.request().path();
        return switch (status) {
            case 400 -> Problems.badRequest("bad-request", "The request cannot be read.");
            case 404 -> Problems.notFound("not-found", "There is nothing at " + path + ".");
            case 405 -> Problems.of(405, "method-not-allowed", method + " is not possible here.");
            case 406 -> Problems.of(406, "not-acceptable", "None of the media types in Accept can be sent.");
            case 415 ->
                Problems.unsupportedMediaType(
                        "unsupported-media-type", "A body of this Content-Type is not read here.");
            default -> Problems.of(status, "refused", "The request was refused.");
        };
    }
}
