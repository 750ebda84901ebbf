package org.plumbline.server.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Chromium hands to a screen reader of a page, in the order in which it is read.
///
/// @param nodes every part that is not ignored, depth first
record HeardTree(List<Heard> nodes) {

    /// One part.
    ///
    /// @param role as Chromium names it: `heading`, `link`, `StaticText`
    /// @param name what is said of it; empty where nothing is
    /// @param live how changes in it are announced: `polite`, `assertive`, or empty
    /// @param within the roles of what it stands in, outermost first
    record Heard(String role, String name, String live, List<String> within) {

        @Override
        public String toString() {
            return role + (name.isEmpty() ? "" : ": " + name);
        }
    }

    /// The tree of a page as it stands.
    static HeardTree of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            session.send("Accessibility.enable");
            JsonArray all = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
            Map<String, JsonObject> byId = new HashMap<>();
            for (JsonElement node : all) {
                byId.put(
                        node.getAsJsonObject().get("nodeId").getAsString(), node.getAsJsonObject());
            }
            List<Heard> nodes = new ArrayList<>();
            walk(all.get(0).getAsJsonObject(), byId, List.of(), nodes);
            return new HeardTree(List.copyOf(nodes));
        } finally {
            session.detach();
        }
    }

    private static void walk(
            JsonObject node, Map<String, JsonObject> byId, List<String> within, List<Heard> into) {
        List<String> inside = within;
        if (!node.get("ignored").getAsBoolean()) {
            String role = value(node.getAsJsonObject("role"));
            into.add(new Heard(role, value(node.getAsJsonObject("name")), live(node), within));
            inside = new ArrayList<>(within);
            inside.add(role);
        }
        if (node.has("childIds")) {
            for (JsonElement child : node.getAsJsonArray("childIds")) {
                JsonObject next = byId.get(child.getAsString());
                if (next != null) {
                    walk(next, byId, inside, into);
                }
            }
        }
    }

    private static String live(JsonObject node) {
        if (node.has("properties")) {
            for (JsonElement property : node.getAsJsonArray("properties")) {
                JsonObject one = property.getAsJsonObject();
                if (one.get("name").getAsString().equals("live")) {
                    return value(one.getAsJsonObject("value"));
                }
            }
        }
        return "";
    }

    private static String value(@Nullable JsonObject given) {
        return given != null && given.has("value") ? given.get("value").getAsString() : "";
    }

    /// Those of some roles, in order, as `role: name`.
    List<String> of(String... roles) {
        return nodes.stream()
                .filter(n -> List.of(roles).contains(n.role()))
                .map(Heard::toString)
                .toList();
    }
}
