package org.plumbline.bulk;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plumbline.bulk.Ruling.Joined;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Headline;

/// What many rows share of their records, put into words once: all but a row's key and the days on
/// which its bars lift.
///
/// A bounded number is remembered, by the identity of outcomes, which a compiled library shares between
/// rows. For one thread.
///
/// @param <T> the form the words are wanted in
final class Middles<T> {

    private static final int MOST = 50_000;

    private final Function<List<String>, T> form;
    private final IdentityHashMap<Outcome, T> texts = new IdentityHashMap<>();
    private final IdentityHashMap<
                    List<Headline>, IdentityHashMap<List<Missing>, Map<List<String>, T>>>
            joined = new IdentityHashMap<>();
    private int remembered;

    /// @param form makes the form from the fields
    Middles(Function<List<String>, T> form) {
        this.form = form;
    }

    /// Of one text.
    T of(OfText text) {
        T known = texts.get(text.outcome());
        if (known == null) {
            known = form.apply(AuditLine.middle(text));
            room();
            texts.put(text.outcome(), known);
        }
        return known;
    }

    /// Of the texts joined.
    T of(Joined together) {
        T known = under(together).get(together.by());
        if (known == null) {
            known = form.apply(AuditLine.middle(together));
            room();
            under(together).put(together.by(), known);
        }
        return known;
    }

    private Map<List<String>, T> under(Joined together) {
        return joined.computeIfAbsent(together.headlines(), _ -> new IdentityHashMap<>())
                .computeIfAbsent(together.missing(), _ -> new HashMap<>());
    }

    private void room() {
        remembered++;
        if (remembered > MOST) {
            texts.clear();
            joined.clear();
            remembered = 0;
        }
    }
}
