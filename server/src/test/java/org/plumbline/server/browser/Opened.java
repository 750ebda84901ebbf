package org.plumbline.server.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open page in a browser profile of its own, with everything that it asked for and complained
/// of since.
public final class Opened implements AutoCloseable {

    private final String home;
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /// @param home the address of the server, beyond which nothing may be asked for
    Opened(String home, BrowserContext context) {
        this.home = home;
        this.context = context;
        context.onRequest(request -> requests.add(request.url()));
        // What would leave the machine is seen and stopped.
        context.route(
                url -> !url.startsWith(home) && !url.startsWith("blob:"), route -> route.abort());
        context.addInitScript(
                "document.addEventListener('securitypolicyviolation', e =>"
                        + " console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));");
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(problem -> complaints.add("script: " + problem));
    }

    public Page page() {
        return page;
    }

    /// Goes to a place, and on to its state.
    public Opened go(Place place) {
        @Nullable Response answer = page.navigate(home + place.path());
        if (answer == null || answer.status() != place.status()) {
            throw new AssertionError(
                    "%s answers %s, not %d"
                            .formatted(
                                    place.path(),
                                    answer == null ? "nothing" : answer.status(),
                                    place.status()));
        }
        // Chromium says of every answer over 399 that it failed to load; that it came is checked.
        complaints.removeIf(complaint ->
                place.status() > 399 && complaint.contains("status of " + place.status()));
        place.then().accept(page);
        // A form that comes back with mistakes is answered with 422.
        complaints.removeIf(complaint -> complaint.contains("status of 422"));
        return this;
    }

    /// Forgets what was asked for and complained of, and turns to a desktop: for another place in the same
    /// page. It stays at the last one until it goes on: by way of an empty page the browser would take
    /// another process, which knows no script that was compiled before.
    Opened again() {
        context.clearCookies();
        Look.WIDE.turn(page);
        requests.clear();
        complaints.clear();
        return this;
    }

    /// Every address that was asked for, in order.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Those that are not the server's own.
    public List<String> strangers() {
        return requests.stream()
                .filter(url -> !url.startsWith("blob:"))
                .filter(url -> !URI.create(home).getAuthority().equals(authority(url)))
                .toList();
    }

    private static @Nullable String authority(String url) {
        return url.startsWith("http") ? URI.create(url).getRawAuthority() : url;
    }

    /// What the console said: breaches of the content policy, faults of scripts, what did not load.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
