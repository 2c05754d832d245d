package podium.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * 401 and 403 as problems. What the mechanism asks of the client goes with it: {@code WWW-Authenticate} for a token, and
 * unchanged a redirect to the sign-in page.
 */
@ApplicationScoped
class SecurityProblemMappers {
    private static final int UNAUTHORIZED = 401;

    private final ProblemAnswers answers;

    @Inject
    SecurityProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Uni<Response> nobody(UnauthorizedException e, RoutingContext routing) {
        return challenge(Problems.unauthorized(), routing);
    }

    @ServerExceptionMapper
    Uni<Response> badCredentials(AuthenticationFailedException e, RoutingContext routing) {
        return challenge(refusedToken(), routing);
    }

    @ServerExceptionMapper
    Response signInFailed(AuthenticationCompletionException e, RoutingContext routing) {
        return answers.problem(refusedToken(), routing);
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException e, RoutingContext routing) {
        return answers.problem(
                Problems.forbidden("forbidden", "You are signed in, but your roles do not allow this."), routing);
    }

    private static ProblemException refusedToken() {
        return Problems.of(UNAUTHORIZED, "token-refused", "The token is malformed, expired or of another issuer.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private Uni<Response> challenge(ProblemException problem, RoutingContext routing) {
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(answers.problem(problem, routing));
        }
        return authenticator
                .getChallenge(routing)
                .onFailure()
                .recoverWithNull()
                .map(challenge -> answer(challenge, problem, routing));
    }

    private Response answer(@Nullable ChallengeData challenge, ProblemException problem, RoutingContext routing) {
        if (challenge == null || challenge.status == UNAUTHORIZED) {
            return answers.problem(problem, routing);
        }
        Response.ResponseBuilder redirect = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> redirect.header(name.toString(), value));
        return redirect.build();
    }
}
