package podium.local.origin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes one OpenAPI document of several. A component that two documents define differently is kept for both: the later
 * one gets the name of its service in front, and its references follow. Where to sign in becomes a path of the one origin:
 * the services know the address behind it, which is nobody else's business.
 */
public final class OpenApiMerge {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenApiMerge() {}

    /**
     * Merges.
     *
     * @param title of the whole
     * @param version of the whole
     * @param documents an OpenAPI 3 document for each service; they are not changed
     * @param isPublic which paths belong into the whole
     * @return the one document, its members in a fixed order
     */
    public static ObjectNode merge(
            String title, String version, Map<String, JsonNode> documents, Predicate<String> isPublic) {
        ObjectNode paths = JSON.objectNode();
        ObjectNode components = JSON.objectNode();
        Map<String, JsonNode> tags = new TreeMap<>();
        String openapi = "3.1.0";
        for (Map.Entry<String, JsonNode> entry : new TreeMap<>(documents).entrySet()) {
            JsonNode document = renamed(entry.getKey(), entry.getValue(), components);
            openapi = document.path("openapi").asText(openapi);
            addComponents(document.path("components"), components);
            document.path("paths").properties().stream()
                    .filter(path -> isPublic.test(path.getKey()))
                    .forEach(path -> addPath(path.getKey(), path.getValue(), paths));
            document.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        }
        ObjectNode whole = JSON.objectNode().put("openapi", openapi);
        whole.putObject("info").put("title", title).put("version", version);
        whole.putArray("servers").addObject().put("url", "/");
        if (!tags.isEmpty()) {
            whole.putArray("tags").addAll(tags.values());
        }
        whole.set("paths", sorted(paths));
        components.path("securitySchemes").forEach(OpenApiMerge::signInAtTheOrigin);
        whole.set("components", sorted(components));
        return whole;
    }

    /** The document with those components renamed whose names are taken by something else. */
    private static JsonNode renamed(String service, JsonNode document, ObjectNode taken) {
        Map<String, String> references = new HashMap<>();
        ObjectNode copy = document.deepCopy();
        document.path("components").properties().forEach(section -> {
            ObjectNode names = JSON.objectNode();
            section.getValue().properties().forEach(component -> {
                JsonNode other = taken.path(section.getKey()).get(component.getKey());
                boolean clash = other != null && !other.equals(component.getValue());
                String name = clash ? service + "-" + component.getKey() : component.getKey();
                names.set(name, component.getValue().deepCopy());
                if (clash) {
                    String prefix = "#/components/" + section.getKey() + "/";
                    references.put(prefix + component.getKey(), prefix + name);
                }
            });
            ((ObjectNode) copy.path("components")).set(section.getKey(), names);
        });
        if (!references.isEmpty()) {
            follow(copy, references);
        }
        return copy;
    }

    private static void follow(JsonNode node, Map<String, String> references) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && references.containsKey(reference.asText())) {
                object.put("$ref", references.get(reference.asText()));
            }
        }
        for (JsonNode child : node) {
            follow(child, references);
        }
    }

    private static void addComponents(JsonNode from, ObjectNode to) {
        from.properties().forEach(section -> {
            ObjectNode names = to.withObjectProperty(section.getKey());
            section.getValue().properties().forEach(component -> names.set(component.getKey(), component.getValue()));
        });
    }

    private static void signInAtTheOrigin(JsonNode scheme) {
        JsonNode discovery = scheme.path("openIdConnectUrl");
        if (discovery.isTextual()) {
            ((ObjectNode) scheme)
                    .put("openIdConnectUrl", URI.create(discovery.textValue()).getRawPath());
        }
    }

    private static void addPath(String path, JsonNode operations, ObjectNode to) {
        ObjectNode known = to.withObjectProperty(path);
        operations.properties().forEach(operation -> {
            if (known.has(operation.getKey())) {
                throw new IllegalArgumentException(
                        "Two services have " + operation.getKey().toUpperCase(Locale.ROOT) + " " + path + ".");
            }
            known.set(operation.getKey(), operation.getValue());
        });
    }

    /** Members sorted two levels deep: paths with their operations, sections with their components. */
    private static ObjectNode sorted(JsonNode object) {
        return sorted(object, 2);
    }

    private static ObjectNode sorted(JsonNode object, int levels) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        ObjectNode result = JSON.objectNode();
        members.forEach(
                (name, value) -> result.set(name, levels > 1 && value.isObject() ? sorted(value, levels - 1) : value));
        return result;
    }
}
