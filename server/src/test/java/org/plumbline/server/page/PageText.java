package org.plumbline.server.page;

/// What a page says once its tags are gone.
public final class PageText {

    private PageText() {}

    /// The words of a page, white space made single.
    public static String of(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
