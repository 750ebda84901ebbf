package org.plumbline.server.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/// What an address says beside the case: parameters that begin with `_`.
///
/// @param client whether the one who asks is the client (`_as=client`)
/// @param ask the fact to ask after (`_ask=service-ended`)
/// @param link which link of the person it is asked of, from 0 (`_link=1`)
/// @param to where to go once it is answered (`_to=answer`, `_to=check`)
/// @param asked the facts that were asked after, in that order (`_asked=act.party`)
/// @param notApplicable facts of which it was said that they do not apply (`_na=service-ended`)
public record Controls(
        boolean client,
        Optional<String> ask,
        int link,
        Optional<String> to,
        List<String> asked,
        Set<String> notApplicable) {

    /// Nothing said.
    public static final Controls NONE =
            new Controls(false, Optional.empty(), 0, Optional.empty(), List.of(), Set.of());

    private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int MOST = 60;

    public Controls {
        asked = List.copyOf(asked);
        notApplicable = Set.copyOf(notApplicable);
    }

    /// The controls of a query. What is none is left out.
    public static Controls read(MultiValueMap<String, String> query) {
        return new Controls(
                "client".equals(query.getFirst("_as")),
                word(query, "_ask"),
                number(query.getFirst("_link")),
                word(query, "_to").filter(List.of("answer", "check")::contains),
                words(query, "_asked"),
                new LinkedHashSet<>(words(query, "_na")));
    }

    private static Optional<String> word(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(w -> w.matches(WORD));
    }

    private static List<String> words(MultiValueMap<String, String> query, String name) {
        String all = query.getFirst(name);
        return all == null
                ? List.of()
                : java.util.Arrays.stream(all.split("\\.", -1))
                        .filter(w -> w.matches(WORD))
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }

    /// The same with a question to ask, and where to go afterwards.
    public Controls asking(String fact, int ofLink, Optional<String> thenTo) {
        return new Controls(client, Optional.of(fact), ofLink, thenTo, asked, notApplicable);
    }

    /// The same after a fact was answered.
    ///
    /// @param applies whether it was said that it applies
    public Controls answered(String fact, boolean applies) {
        List<String> order = new ArrayList<>(asked);
        if (!order.contains(fact)) {
            order.add(fact);
        }
        Set<String> not = new LinkedHashSet<>(notApplicable);
        if (applies) {
            not.remove(fact);
        } else {
            not.add(fact);
        }
        return new Controls(client, Optional.empty(), 0, Optional.empty(), order, not);
    }

    /// The same without a question.
    public Controls still() {
        return new Controls(client, Optional.empty(), 0, Optional.empty(), asked, notApplicable);
    }

    /// Only who asks, as an address that is handed on has it.
    public Controls bare() {
        return new Controls(
                client, Optional.empty(), 0, Optional.empty(), List.of(), notApplicable);
    }

    /// The same for a client who asks, or not.
    public Controls as(boolean aClient) {
        return new Controls(aClient, ask, link, to, asked, notApplicable);
    }

    /// The parameters, to be put behind those of the case; empty, or without a leading `&`.
    public String query() {
        List<String> all = new ArrayList<>();
        if (client) {
            all.add("_as=client");
        }
        ask.ifPresent(a -> all.add("_ask=" + a));
        if (link > 0) {
            all.add("_link=" + link);
        }
        to.ifPresent(t -> all.add("_to=" + t));
        if (!asked.isEmpty()) {
            all.add("_asked=" + String.join(".", asked));
        }
        if (!notApplicable.isEmpty()) {
            all.add("_na=" + String.join(".", notApplicable.stream().sorted().toList()));
        }
        return String.join("&", all);
    }

    /// An address on the server: the path, the case, and these.
    public String address(String path, java.util.Map<String, Object> caseFacts) {
        String query = CaseAddress.of(caseFacts);
        String own = query();
        String both = query.isEmpty() || own.isEmpty() ? query + own : query + "&" + own;
        return both.isEmpty() ? path : path + "?" + both;
    }
}
