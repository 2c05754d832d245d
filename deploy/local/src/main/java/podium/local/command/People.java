package podium.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.local.client.Json;

/** Who can sign in, as the realm file says. */
final class People {
    private People() {}

    /**
     * Reads them.
     *
     * @param realm the realm file
     * @return user names by role
     */
    static Map<String, List<String>> byRole(Path realm) {
        try {
            Map<String, List<String>> people = new LinkedHashMap<>();
            for (JsonNode user : Json.MAPPER.readTree(realm.toFile()).path("users")) {
                for (JsonNode role : user.path("realmRoles")) {
                    people.computeIfAbsent(role.asText(), _ -> new ArrayList<>())
                            .add(user.path("username").asText());
                }
            }
            return people;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
