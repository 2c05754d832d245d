package podium.scoring.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanRequest.ColumnRequest;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;

/** What a plan says of the file about the items: each of its columns has a class, and one names the item. */
final class AttributesCheck {
    private static final String AT = "/ratings/attributes";

    private final @Nullable RawProfile items;
    private final Violations violations;

    /** @param items the profile of the file, null if there is none */
    AttributesCheck(@Nullable RawProfile items, Violations violations) {
        this.items = items;
        this.violations = violations;
    }

    /** @param columns those of the file with the ratings, whose features become attributes too */
    List<PlannedColumn> check(@Nullable List<ColumnRequest> requests, String item, Map<String, PlannedColumn> columns) {
        if (items == null) {
            if (requests != null && !requests.isEmpty()) {
                violations.add(AT, "There is no file about the items; send it first: PUT .../items.");
            }
            return List.of();
        }
        Map<String, PlannedColumn> byName = classified(requests == null ? List.of() : requests, items, item);
        if (items.column(item).isEmpty()) {
            violations.add(AT, "The file about the items has no column \"" + item + "\", which names the item.");
        }
        List<PlannedColumn> attributes = new ArrayList<>();
        for (ColumnProfile column : items.columns()) {
            PlannedColumn planned = byName.get(column.name());
            PlannedColumn other = columns.get(column.name());
            if (planned == null) {
                violations.add(
                        AT,
                        "Column \"" + column.name() + "\" is not classified; nothing leaves that nobody looked at.");
            } else if (planned.columnClass() == ColumnClass.FEATURE
                    && other != null
                    && other.columnClass().published()) {
                violations.add(AT, "\"" + column.name() + "\" is published from the file with the ratings already.");
            } else {
                attributes.add(planned);
            }
        }
        return attributes;
    }

    private Map<String, PlannedColumn> classified(List<ColumnRequest> requests, RawProfile profile, String item) {
        Map<String, PlannedColumn> byName = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            ColumnRequest request = requests.get(i);
            String name = request == null ? null : request.name();
            String word = request == null ? null : request.columnClass();
            Optional<ColumnClass> columnClass = word == null ? Optional.empty() : ColumnClass.of(word);
            if (name == null || profile.column(name).isEmpty()) {
                violations.add(AT + "/" + i + "/name", "The file about the items has no such column.");
            } else if (columnClass.isEmpty() || !fits(columnClass.get(), name.equals(item))) {
                violations.add(
                        AT + "/" + i + "/class",
                        name.equals(item)
                                ? "\"" + name + "\" names the item: its class is group."
                                : "An attribute of items is a feature, which is published, or a direct-identifier or free-text, which"
                                        + " is dropped.");
            } else if (byName.put(name, new PlannedColumn(name, columnClass.get(), null)) != null) {
                violations.add(AT + "/" + i + "/name", "\"" + name + "\" is classified twice.");
            }
        }
        return byName;
    }

    private static boolean fits(ColumnClass columnClass, boolean item) {
        return switch (columnClass) {
            case GROUP -> item;
            case FEATURE, DIRECT_IDENTIFIER, FREE_TEXT -> !item;
            case QUASI_IDENTIFIER, SENSITIVE, LABEL, TIME -> false;
        };
    }
}
