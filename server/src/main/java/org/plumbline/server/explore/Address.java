package org.plumbline.server.explore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/// Where a text and a provision are shown. Stable: made of their ids alone.
public final class Address {

    private Address() {}

    /// `/codes/nasw-2021`.
    public static String edition(String edition) {
        return "/codes/" + segment(edition);
    }

    /// `/codes/nasw-2021/1.06(c)`; a stroke in a number stays a stroke.
    public static String provision(String edition, String number) {
        return edition(edition)
                + "/"
                + Arrays.stream(number.split("/", -1))
                        .map(Address::segment)
                        .collect(Collectors.joining("/"));
    }

    /// What has changed from one edition to another: `/diff?from=nasw-2017&to=nasw-2021`.
    public static String difference(String from, String to) {
        return "/diff?from="
                + UriUtils.encodeQueryParam(from, StandardCharsets.UTF_8)
                + "&to="
                + UriUtils.encodeQueryParam(to, StandardCharsets.UTF_8);
    }

    private static String segment(String words) {
        return UriUtils.encodePathSegment(words, StandardCharsets.UTF_8);
    }
}
