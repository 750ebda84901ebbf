package org.plumbline.core.decide;

import java.util.Map;

/// What one text says, each kind of norm on its own, over any way of holding truth.
///
/// @param must safeguards owed, each where it is owed as a must
/// @param should safeguards owed, each where it is owed as a should
/// @param weigh factors, each where it is to be weighed
/// @param headlines each headline, where it is the headline
/// @param <P> how truth is held
public record Said<P>(
        P forbidden,
        P advisedAgainst,
        P required,
        P advised,
        P allowed,
        P obliged,
        Map<String, P> must,
        Map<String, P> should,
        Map<String, P> weigh,
        Map<Headline, P> headlines) {

    public Said {
        must = Map.copyOf(must);
        should = Map.copyOf(should);
        weigh = Map.copyOf(weigh);
        headlines = Map.copyOf(headlines);
    }
}
