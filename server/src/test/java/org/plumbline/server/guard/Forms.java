package org.plumbline.server.guard;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.plumbline.server.browser.Pages;
import org.plumbline.server.browser.Place;

/// Every form of every page in [Pages], and how a browser without script sends it.
final class Forms {

    private final String home;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Forms(int port) {
        this.home = "http://127.0.0.1:" + port;
    }

    /// A form with the page it stands on.
    record Form(String page, Element element) {
        boolean posts() {
            return element.attr("method").equalsIgnoreCase("post");
        }

        /// Where anything can be typed; days and numbers are checked before they go anywhere.
        List<Element> typed() {
            return element.select(
                    "textarea, input[type=text], input[type=search], input:not([type])");
        }

        @Override
        public String toString() {
            return page + ": " + element.attr("method") + " " + element.attr("action");
        }
    }

    List<Form> all() throws IOException, InterruptedException {
        List<Form> all = new ArrayList<>();
        for (Place place : Pages.ALL) {
            var page =
                    client.send(
                            HttpRequest.newBuilder(URI.create(home + place.path())).build(),
                            BodyHandlers.ofString());
            for (Element form : Jsoup.parse(page.body(), home + place.path()).select("form")) {
                all.add(new Form(place.path(), form));
            }
        }
        return all;
    }

    /// Sends a form with the same words wherever something can be typed.
    HttpResponse<String> send(Form form, String words) throws IOException, InterruptedException {
        String body =
                form.element().select("input, select, textarea").stream()
                        .filter(field -> !field.attr("name").isEmpty())
                        .map(field ->
                                encoded(field.attr("name"))
                                        + "="
                                        + encoded(
                                                form.typed().contains(field)
                                                        ? words
                                                        : value(field)))
                        .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(form.element().absUrl("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String value(Element field) {
        Element option = field.selectFirst("option[selected], option[value]");
        return option == null ? field.attr("value") : option.attr("value");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
