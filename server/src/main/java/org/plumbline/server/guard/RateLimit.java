package org.plumbline.server.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/// Limits how often one address may send text to be read: every POST there is.
///
/// Whoever sits at the machine may come more often than others. Of an IPv6 address the first half
/// counts, since whoever has one has a whole network of them. No header is believed that claims to
/// say who sent a request: behind a proxy all share the proxy's allowance.
final class RateLimit extends OncePerRequestFilter {

    /// How many addresses are remembered.
    static final int ADDRESSES = 10_000;

    private static final int TOO_MANY = 429;

    private final TokenBuckets others;
    private final TokenBuckets here;

    RateLimit(TokenBuckets others, TokenBuckets here) {
        this.others = others;
        this.here = here;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = request.getMethod().equals("POST") ? wait(request.getRemoteAddr()) : 0;
        if (wait == 0) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", String.valueOf(wait));
            response.sendError(TOO_MANY);
        }
    }

    private long wait(String address) {
        boolean loopback =
                address.startsWith("127.")
                        || address.equals("::1")
                        || address.equals("0:0:0:0:0:0:0:1");
        return (loopback ? here : others).take(network(address));
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        return String.join(":", Arrays.asList(address.split(":", -1)).subList(0, half(address)));
    }

    /// Tomcat writes all eight groups; a shortened address is cut where it was shortened.
    private static int half(String address) {
        int shortened = address.indexOf("::");
        int groups =
                shortened < 0
                        ? 4
                        : (int)
                                        address.substring(0, shortened)
                                                .chars()
                                                .filter(c -> c == ':')
                                                .count()
                                + 1;
        return Math.min(4, groups);
    }
}
