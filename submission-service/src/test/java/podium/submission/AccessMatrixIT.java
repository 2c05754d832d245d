package podium.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every operation of the service, tried by everybody on a public contest, on one that shows itself to entrants
 * and on one that shows itself to those who are invited. The table is the test.
 */
@QuarkusTest
@SubmissionBackends
class AccessMatrixIT {
    /**
     * One letter for each of the visibilities public, entrants, invited: + is let through (and answered, or refused for another
     * reason), a has to sign in, f is forbidden, u does not learn whether there is such a thing.
     */
    private static final String TABLE = """
            operation                                  | anonymous | contestant | invited | entrant | other organizer | organizer | operator
            GET /api/v1/contests                       | +++       | +++        | +++     | +++     | +++             | +++       | +++
            POST /api/v1/contests                      | aaa       | fff        | fff     | fff     | +++             | +++       | fff
            GET /api/v1/contests/receipt-keys          | +++       | +++        | +++     | +++     | +++             | +++       | +++
            GET /api/v1/contests/{slug}                | +uu       | +uu        | +u+     | +++     | +uu             | +++       | +uu
            PUT /api/v1/contests/{slug}                | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            GET /api/v1/contests/{slug}/history        | +uu       | +uu        | +u+     | +++     | +uu             | +++       | +uu
            GET /api/v1/contests/{slug}/terms          | ++u       | ++u        | +++     | +++     | ++u             | +++       | ++u
            POST /api/v1/contests/{slug}/acceptances   | aaa       | ++u        | +++     | +++     | fff             | fff       | fff
            GET /api/v1/contests/{slug}/organizers     | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            PUT /api/v1/contests/{slug}/organizers     | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            GET /api/v1/contests/{slug}/entrants       | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/invitations   | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/teams         | aaa       | ffu        | fff     | +++     | fff             | fff       | fff
            GET /api/v1/contests/{slug}/teams/mine     | aaa       | uuu        | uuu     | +++     | fff             | fff       | fff
            GET /api/v1/contests/{slug}/data           | aaa       | fuu        | fuf     | +++     | fuu             | +++       | fff
            GET /api/v1/contests/{slug}/data/{name}    | aaa       | fuu        | fuf     | +++     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/submissions   | aaa       | fuu        | fuf     | +++     | fff             | fff       | fff
            GET /api/v1/contests/{slug}/submissions    | aaa       | fuu        | fuf     | +++     | fuu             | +++       | fff
            GET /api/v1/contests/{slug}/final-selection| aaa       | fuu        | fuf     | +++     | fff             | fff       | fff
            PUT /api/v1/contests/{slug}/final-selection| aaa       | fuu        | fuf     | +++     | fff             | fff       | fff
            GET /api/v1/submissions/{id}               | aaa       | uuu        | uuu     | +++     | uuu             | +++       | fff
            POST /api/v1/contests/{slug}/schedule      | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/withdraw      | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/open          | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/pause         | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/resume        | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/close         | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/cancel        | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/end           | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /api/v1/contests/{slug}/archive       | aaa       | fff        | fff     | fff     | fuu             | +++       | fff
            POST /operations/republications            | aaa       | fff        | fff     | fff     | fff             | fff       | +++
            """;

    private static final List<Supplier<RequestSpecification>> PEOPLE = List.of(
            RestAssured::given,
            () -> Desk.contestant("con"),
            () -> Desk.contestant("inv"),
            () -> Desk.contestant("ent"),
            () -> Desk.organizer("otto"),
            () -> Desk.organizer("olga"),
            () -> Desk.as("opal", "operator"));

    /** A contest, and a submission of the entrant's in it. */
    private record Place(Desk.OpenContest contest, UUID submission) {}

    @Test
    void everybody_may_do_what_the_table_says() {
        List<Place> places = List.of(place("public"), place("entrants"), place("invited"));
        List<String> differences = new ArrayList<>();
        for (String[] row : rows()) {
            for (int person = 0; person < PEOPLE.size(); person++) {
                StringBuilder cell = new StringBuilder();
                for (Place place : places) {
                    cell.append(attempt(row[0], PEOPLE.get(person).get(), place));
                }
                if (!cell.toString().equals(row[person + 1])) {
                    differences.add(
                            row[0] + " by " + header()[person + 1] + ": " + cell + " and not " + row[person + 1]);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void the_table_has_every_operation_of_the_service() {
        TreeSet<String> operations = new TreeSet<>();
        Map<String, Map<String, Object>> paths = JsonPath.from(
                        RestAssured.given().get("/q/openapi?format=json").asString())
                .getMap("paths");
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        List.of("get", "put", "post", "delete", "patch").contains(method))
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(rows().stream().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(operations);
    }

    private static Place place(String visibility) {
        Desk.OpenContest contest = Desk.open(
                definition -> definition.replace("\"task\"", "\"visibility\": \"" + visibility + "\", \"task\""));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(Map.of("people", List.of("inv", "ent")))
                .post(contest.path("/invitations"))
                .then()
                .statusCode(200);
        contest.enter("ent");
        return new Place(contest, contest.accepted("ent", "id,class\n1,0.5\n"));
    }

    private static char attempt(String operation, RequestSpecification person, Place place) {
        String method = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(method.length() + 1);
        String path = template.replace("{slug}", place.contest().slug())
                .replace("{id}", place.submission().toString())
                .replace("{name}", "absent.csv");
        Object body = body(operation, place);
        switch (body) {
            case null -> {}
            case byte[] csv -> person.contentType("text/csv").body(csv);
            case String json -> person.contentType("application/json").body(json);
            default -> person.contentType("application/json").body(body);
        }
        Response answer = person.request(method, path);
        assertThat(answer.statusCode()).as(operation).isLessThan(500);
        String type = answer.statusCode() < 400 ? "" : answer.jsonPath().getString("type");
        return switch (answer.statusCode()) {
            case 401 -> 'a';
            case 403 -> 'f';
            case 404 -> type.endsWith(":file-unknown") ? '+' : 'u';
            default -> '+';
        };
    }

    /** A body that is read, for operations that have one. */
    private static @Nullable Object body(String operation, Place place) {
        String slug = place.contest().slug();
        return switch (operation) {
            case "POST /api/v1/contests" -> Desk.definition(slug);
            case "PUT /api/v1/contests/{slug}" -> Desk.definition(Desk.newSlug());
            case "PUT /api/v1/contests/{slug}/organizers" -> Map.of("organizers", List.of("olga"));
            case "POST /api/v1/contests/{slug}/invitations" -> Map.of("people", List.of("inv"));
            case "POST /api/v1/contests/{slug}/acceptances" -> Map.of("version", 99, "sha256", "0".repeat(64));
            case "POST /api/v1/contests/{slug}/teams" -> Map.of("name", "Team ent");
            case "POST /api/v1/contests/{slug}/submissions" -> Desk.bytes("id,class\n2,0.5\n");
            case "PUT /api/v1/contests/{slug}/final-selection" -> Map.of("submissionIds", List.of(place.submission()));
            case "POST /api/v1/contests/{slug}/pause",
                    "POST /api/v1/contests/{slug}/cancel",
                    "POST /api/v1/contests/{slug}/end" -> Map.of("reason", "Because.");
            default -> null;
        };
    }

    private static List<String[]> rows() {
        return TABLE.lines().skip(1).map(AccessMatrixIT::cells).toList();
    }

    private static String[] header() {
        return cells(TABLE.lines().findFirst().orElseThrow());
    }

    private static String[] cells(String line) {
        return line.strip().split("\\s*\\|\\s*");
    }
}
