package org.plumbline.core.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Account;
import org.plumbline.core.decide.Claim;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Said;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;

/// What can be so of a case, in the words of [Account].
final class Claims {

    private Claims() {}

    /// The text binds, and the norm applies.
    record Applies(Stated norm) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    account.binds(norm.text()),
                    account.and(account.opens(norm), account.not(account.excepted(norm))));
        }
    }

    /// The text binds, and it would say something else without the norm.
    record Changes(Stated norm) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    account.binds(norm.text()),
                    account.hangsOn(
                            norm.text(), norm, (one, other) -> differ(account, one, other)));
        }
    }

    /// The strongest of each kind, and every duty, compared.
    static <P> P differ(Account<P> account, Said<P> one, Said<P> other) {
        P any = account.differ(one.forbidden(), other.forbidden());
        any = account.or(any, account.differ(against(account, one), against(account, other)));
        any = account.or(any, account.differ(one.required(), other.required()));
        any = account.or(any, account.differ(towards(account, one), towards(account, other)));
        any = account.or(any, account.differ(one.allowed(), other.allowed()));
        any = account.or(any, differ(account, one.must(), other.must()));
        any = account.or(any, differ(account, all(account, one), all(account, other)));
        return account.or(any, differ(account, one.weigh(), other.weigh()));
    }

    /// Spoken against at all; a mere advice beside a prohibition adds nothing.
    private static <P> P against(Account<P> account, Said<P> said) {
        return account.or(said.forbidden(), said.advisedAgainst());
    }

    private static <P> P towards(Account<P> account, Said<P> said) {
        return account.or(said.required(), said.advised());
    }

    /// Duties of either strength.
    private static <P> Map<String, P> all(Account<P> account, Said<P> said) {
        Map<String, P> all = new java.util.TreeMap<>(said.must());
        said.should().forEach((id, where) -> all.merge(id, where, account::or));
        return all;
    }

    private static <P> P differ(Account<P> account, Map<String, P> one, Map<String, P> other) {
        Set<String> ids = new LinkedHashSet<>(one.keySet());
        ids.addAll(other.keySet());
        P any = account.no();
        for (String id : ids) {
            any =
                    account.or(
                            any,
                            account.differ(
                                    one.getOrDefault(id, account.no()),
                                    other.getOrDefault(id, account.no())));
        }
        return any;
    }

    /// The text binds, the rule would apply, and its exception is made out.
    record ExceptionFires(Stated norm) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    account.binds(norm.text()),
                    account.and(account.opens(norm), account.excepted(norm)));
        }
    }

    /// The same, and of several exceptions this one alone.
    record ExceptedByThisAlone(Stated norm, Condition one, List<Condition> others)
            implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            P result = account.and(account.binds(norm.text()), account.opens(norm));
            result = account.and(result, account.holds(norm.text(), one));
            for (Condition other : others) {
                result = account.and(result, account.not(account.holds(norm.text(), other)));
            }
            return result;
        }
    }

    /// The exception is made out, and nothing else of the text speaks as strongly as its rule.
    record ExceptionHelps(Stated norm, Modality modality) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            Said<P> said = account.said(norm.text());
            P still =
                    switch (modality) {
                        case FORBID -> said.forbidden();
                        case ADVISE_AGAINST -> account.or(said.forbidden(), said.advisedAgainst());
                        case REQUIRE -> said.required();
                        case ADVISE -> account.or(said.required(), said.advised());
                        case ALLOW -> said.allowed();
                        case UPON -> account.no();
                    };
            return account.and(new ExceptionFires(norm).in(account), account.not(still));
        }
    }

    /// A norm stands, or its exception permits.
    enum Pull {
        STANDS,
        PERMITS;

        <P> P in(Account<P> account, Stated norm) {
            return this == STANDS ? account.stands(norm) : account.permits(norm);
        }
    }

    /// Two norms hold at once, for somebody whom their texts bind; no standing reminder is in play.
    record Together(Stated one, Pull how, Stated other, Pull otherHow) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            P result = account.and(how.in(account, one), otherHow.in(account, other));
            return account.and(
                    result, circumstances(account, List.of(one.text(), other.text()), true));
        }
    }

    /// A duty is owed: its norm stands, or its exception permits.
    record Owed(Stated norm, Pull how) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(account.binds(norm.text()), how.in(account, norm));
        }
    }

    /// The text binds and has this headline; no standing reminder is in play.
    record Has(Edition text, Headline headline) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    account.and(account.binds(text), account.not(account.reminded(text))),
                    named(account, text, headline));
        }
    }

    static <P> P named(Account<P> account, Edition text, Headline headline) {
        P where = account.said(text).headlines().get(headline);
        return where == null ? account.no() : where;
    }

    /// A norm of the text is about such an act toward such a person, and yet nothing is said.
    record Unanswered(Edition text, List<Stated> norms) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            P spoken = account.no();
            for (Stated norm : norms) {
                if (norm.norm() instanceof Norm.Directive directive) {
                    spoken = account.or(spoken, account.opens(norm, bare(directive)));
                }
            }
            return account.and(spoken, new Has(text, Headline.NOT_ADDRESSED).in(account));
        }
    }

    /// A norm reduced to its act, its people and its means.
    static Norm.Directive bare(Norm.Directive norm) {
        return remade(norm, Window.ALWAYS, Condition.ALWAYS);
    }

    /// A norm whatever time has passed, and whatever exceptions it has.
    static Norm.Directive timeless(Norm.Directive norm) {
        return remade(norm, Window.ALWAYS, norm.when());
    }

    private static Norm.Directive remade(Norm.Directive norm, Window window, Condition when) {
        return new Norm.Directive(
                norm.name(),
                norm.modality(),
                norm.acts(),
                norm.also(),
                norm.with(),
                norm.media(),
                window,
                when,
                Condition.NEVER,
                java.util.Optional.empty(),
                norm.duties(),
                norm.advisedDuties(),
                norm.weighing(),
                norm.burden(),
                norm.overrides(),
                norm.breach(),
                norm.reads());
    }

    /// A norm under another condition, and whatever exceptions it has.
    static Norm.Directive withoutExceptions(Norm.Directive norm, Condition when) {
        return remade(norm, norm.window(), when);
    }

    /// Both clocks cover the day, or neither does nor any other clock of the text, and all else that the
    /// two norms ask is so.
    ///
    /// @param others clocks of other norms, which may cover a day between the two
    record Seam(Clock before, Clock after, List<Clock> others, boolean covered) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            P scope = account.binds(before.norm().text());
            scope = account.and(scope, account.opens(before.norm(), before.rest()));
            scope = account.and(scope, account.opens(after.norm(), after.rest()));
            P one = account.during(before.norm().text(), before.window());
            P other = account.during(after.norm().text(), after.window());
            if (covered) {
                return account.and(scope, account.and(one, other));
            }
            P between = account.and(scope, account.and(account.not(one), account.not(other)));
            for (Clock clock : others) {
                P spoken =
                        account.and(
                                account.opens(clock.norm(), clock.rest()),
                                account.during(clock.norm().text(), clock.window()));
                between = account.and(between, account.not(spoken));
            }
            return between;
        }
    }

    /// Two texts have these headlines; both bind where anybody can be bound by both.
    record Apart(Edition one, Headline here, Edition other, Headline there, boolean bound)
            implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    circumstances(account, List.of(one, other), bound),
                    account.and(named(account, one, here), named(account, other, there)));
        }
    }

    /// The texts bind, if that is asked, and no standing reminder is in play.
    static <P> P circumstances(Account<P> account, List<Edition> texts, boolean bound) {
        P result = account.yes();
        for (Edition text : texts) {
            if (bound) {
                result = account.and(result, account.binds(text));
            }
            result = account.and(result, account.not(account.reminded(text)));
        }
        return result;
    }

    /// Somebody is bound by both texts.
    record Bound(Edition one, Edition other) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(account.binds(one), account.binds(other));
        }
    }

    /// One text forbids it, in circumstances in which the two are compared.
    record Forbids(Edition text, Edition beside, boolean bound) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    circumstances(account, List.of(text, beside), bound),
                    account.said(text).forbidden());
        }
    }

    /// One text forbids what the other does not.
    record Stricter(Edition strict, Edition lax, boolean bound) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    circumstances(account, List.of(strict, lax), bound),
                    account.and(
                            account.said(strict).forbidden(),
                            account.not(account.said(lax).forbidden())));
        }
    }
}
