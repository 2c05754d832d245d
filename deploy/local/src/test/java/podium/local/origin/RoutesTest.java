package podium.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/contests, SUBMISSION",
        "/api/v1/contests/adult/submissions, SUBMISSION",
        "/api/v1/teams/1/invitations, SUBMISSION",
        "/api/v1/invitations/1/accept, SUBMISSION",
        "/api/v1/submissions/1, SUBMISSION",
        "/api/v1/datasets/adult, SCORING",
        "/api/v1/integrity-flags, SCORING",
        "/api/v1/rescores, SCORING",
        "/api/v1/leaderboards/adult/events, LEADERBOARD",
        "/auth/realms/podium/.well-known/openid-configuration, KEYCLOAK",
        "/auth/resources/abc/login/css/x.css, KEYCLOAK",
    })
    void aPublicPathHasAnOwner(String path, Upstream owner) {
        assertThat(Routes.of(path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/metrics",
                "/q/health",
                "/api/v1/contestsx",
                "/api/v1/contests;x/../../q/metrics",
                "/api/v1/contests/../../../q/metrics",
                "/api/v1/contests/%2e%2E/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/contests/.%2e/x",
                "/api/v1/contests/..%2f..%2f..%2fq/metrics",
                "/api/v1/contests/..\\..\\q",
                "/api/v1/contests/..%5c..%5cq",
                "//api/v1/contests",
                "/api/v1/contests//x",
                "/auth/admin/master/console",
                "/auth/realms/master",
                "/auth/realms/podium/../master",
                "/auth/metrics",
            })
    void everythingElseIsNobodys(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }
}
