package peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sapl.api.pdp.AuthorizationDecision;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.pdp.EmbeddedPolicyDecisionPoint;
import io.sapl.pdp.PolicyDecisionPointFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * SAPL's embedded decision point on the harness's workload.
 *
 * <p>Each norm becomes a policy that permits where the norm certainly applies, and a second that
 * permits where it may: its scope is the policy's target, its facts are the body. A policy gives its
 * name as advice; where one permits or none denies, the decision carries the advice of all that
 * permit, so which norms apply and which may is read off it. The harness's own assembler makes the
 * decision of it, as for the other engines that only say which norms hold.
 */
public final class Sapl implements Peer {

    private static final String CERTAIN = "d";
    private static final String POSSIBLE = "p";

    private Norm[] norms = new Norm[0];
    private EmbeddedPolicyDecisionPoint point;

    private record Row(AuthorizationSubscription asked, byte[] facts) {}

    @Override
    public String name() {
        return "sapl";
    }

    @Override
    public int bulkRows(int max) {
        return Math.min(max, 10_000);
    }

    @Override
    public void load(List<Norm> all) throws Exception {
        norms = all.toArray(Norm[]::new);
        List<String> policies = new ArrayList<>();
        for (Norm norm : norms) {
            policies.add(policy(norm, true));
            if (norm.conditions().length + norm.exceptions().length > 0) {
                policies.add(policy(norm, false));
            }
        }
        close();
        point =
                PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(
                        policies, PolicyDocumentCombiningAlgorithm.PERMIT_UNLESS_DENY, Map.of());
    }

    private static String policy(Norm norm, boolean certain) {
        String name = "\"" + norm.id() + (certain ? CERTAIN : POSSIBLE) + "\"";
        List<String> target = new ArrayList<>();
        member(target, "subject", Vocab.PROFESSIONS, norm.professions());
        member(target, "action", Vocab.ACTS, norm.acts());
        member(target, "resource", Vocab.PARTIES, norm.parties());
        member(target, "environment.medium", Vocab.MEDIA, norm.media());
        if (!norm.notEnded()) {
            target.add("environment.days >= " + norm.minDays());
        }
        if (norm.maxDays() != Norm.DAYS_MAX) {
            target.add("environment.days < " + norm.maxDays());
        }
        StringBuilder policy = new StringBuilder("policy " + name + " permit");
        if (!target.isEmpty()) {
            policy.append(" ").append(String.join(" & ", target));
        }
        List<String> body = new ArrayList<>();
        for (Norm.Lit literal : norm.conditions()) {
            body.add(literal(literal.fact(), literal.want(), certain));
        }
        for (Norm.Lit[] exception : norm.exceptions()) {
            List<String> fails = new ArrayList<>();
            for (Norm.Lit literal : exception) {
                fails.add(literal(literal.fact(), !literal.want(), certain));
            }
            body.add(String.join(" || ", fails));
        }
        if (!body.isEmpty()) {
            policy.append(" where ").append(String.join("; ", body)).append(";");
        }
        return policy.append(" advice ").append(name).toString();
    }

    private static void member(List<String> target, String variable, String[] all, int mask) {
        List<String> names = Expr.names(all, mask);
        if (names.size() < all.length) {
            target.add(variable + " in [\"" + String.join("\", \"", names) + "\"]");
        }
    }

    /** A fact is 1, 0, or 2 where nobody knows. */
    private static String literal(int fact, boolean want, boolean certain) {
        return "environment."
                + Vocab.FACTS[fact]
                + (certain ? want ? " == 1" : " == 0" : want ? " != 0" : " != 1");
    }

    @Override
    public Object prepare(Scenario row) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode environment = json.objectNode();
        environment.put("medium", Vocab.MEDIA[row.medium]);
        environment.put("days", row.days);
        for (int fact = 0; fact < Vocab.FACTS.length; fact++) {
            environment.put(Vocab.FACTS[fact], (int) row.facts[fact]);
        }
        return new Row(
                new AuthorizationSubscription(
                        json.textNode(Vocab.PROFESSIONS[row.profession]),
                        json.textNode(Vocab.ACTS[row.act]),
                        json.textNode(Vocab.PARTIES[row.party]),
                        environment),
                row.facts);
    }

    @Override
    public Decision decide(Object prepared) {
        Row row = (Row) prepared;
        AuthorizationDecision said = Objects.requireNonNull(point.decide(row.asked()).blockFirst());
        int applies = 0;
        int possible = 0;
        if (said.getAdvice().isPresent()) {
            for (JsonNode advice : said.getAdvice().get()) {
                String id = advice.textValue();
                int norm = 1 << ((id.charAt(0) - 'A') * 5 + id.charAt(1) - '1');
                if (id.endsWith(CERTAIN)) {
                    applies |= norm;
                } else {
                    possible |= norm;
                }
            }
        }
        return Decision.assemble(norms, applies, possible & ~applies, row.facts());
    }

    @Override
    public void close() {
        if (point != null) {
            point.destroy();
            point = null;
        }
    }
}
