package org.plumbline.server.page;

import java.nio.charset.StandardCharsets;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The query of an address, apart from the fields of a form that was sent to it.
public final class Queries {

    private Queries() {}

    /// The parameters of a query, percent-decoded; those that are not encoded rightly are left out.
    ///
    /// @param query without `?`; null where there is none
    public static MultiValueMap<String, String> of(
            @org.jspecify.annotations.Nullable String query) {
        return query == null
                ? new LinkedMultiValueMap<>()
                : decoded(UriComponentsBuilder.newInstance().query(query).build().getQueryParams());
    }

    static MultiValueMap<String, String> decoded(MultiValueMap<String, String> query) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        query.forEach((name, values) -> {
            for (String value : values) {
                try {
                    all.add(plain(name), value == null ? "" : plain(value));
                } catch (IllegalArgumentException _) {
                    // Not encoded rightly: it says nothing.
                }
            }
        });
        return all;
    }

    private static String plain(String encoded) {
        return UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
