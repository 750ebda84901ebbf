package org.plumbline.server.browser;

import java.util.List;

/// Every page and every state of one. Whoever adds a page adds a line, and gets all of it tested.
public final class Pages {

    private Pages() {}

    /// In the order of the navigation.
    public static final List<Place> ALL = List.of(Place.at("ask", "/"));
}
