package org.plumbline.server.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away what was not meant for this server: a name that somebody else pointed at it (DNS
/// rebinding), and whatever a page of another site sends.
///
/// A number cannot be pointed anywhere, so numeric addresses are let in, with `localhost` and the
/// names that the server was told of. Links from other sites are followed; what changes or computes
/// (anything but GET, HEAD and OPTIONS) is taken from our own pages and from programs only.
final class HostCheck extends OncePerRequestFilter {

    /// 421 of RFC 9110, for which the servlet interface has no name.
    static final int MISDIRECTED = 421;

    private static final Pattern NUMERIC =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> names;

    HostCheck(Collection<String> names) {
        this.names =
                names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!known(request.getServerName())) {
            response.sendError(MISDIRECTED);
        } else if (!READING.contains(request.getMethod()) && foreign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean known(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || NUMERIC.matcher(name).matches()
                || names.contains(name);
    }

    /// Whether a browser says that a page of another site sent it. `null` is what browsers send
    /// from our own pages, which tell nobody where they are.
    private static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        if (origin == null || (origin.equals("null") && site != null)) {
            return false;
        }
        String host = request.getHeader("Host");
        return host != null && !host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
