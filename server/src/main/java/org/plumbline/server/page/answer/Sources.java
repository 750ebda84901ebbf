package org.plumbline.server.page.answer;

import org.springframework.web.util.UriUtils;

/// Where a text and its provisions stand in the explorer.
public final class Sources {

    private Sources() {}

    /// The page of an edition.
    public static String edition(String id) {
        return "/codes/" + segment(id);
    }

    /// The page of a provision.
    public static String provision(String edition, String number) {
        return edition(edition) + "/" + segment(number);
    }

    private static String segment(String text) {
        return UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
