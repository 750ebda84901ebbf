package org.plumbline.server.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/// A page, or a state of one, that is looked at in every [Look].
///
/// @param name names the screenshots: lower case and hyphens
/// @param path the address on the server, with its query
/// @param status what the server answers, 200 ordinarily
/// @param then what leads from the page to the state; nothing ordinarily
/// @param scripted whether the state can be reached only with script on
public record Place(String name, String path, int status, Consumer<Page> then, boolean scripted) {

    /// A page as it opens.
    public static Place at(String name, String path) {
        return new Place(name, path, 200, _ -> {}, false);
    }

    /// The same place, answered with another status.
    public Place answering(int other) {
        return new Place(name, path, other, then, scripted);
    }

    /// The state that some doing leads to: filling in a form, following a link.
    public Place after(Consumer<Page> doing) {
        return new Place(name, path, status, doing, scripted);
    }

    /// The same place, not looked at with script off.
    public Place withScriptOnly() {
        return new Place(name, path, status, then, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
