package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;

class NormSentenceTest {

    private static final Library LIBRARY = Codes.FILES.library();
    private static final NormSentence SENTENCE = new NormSentence(LIBRARY.vocabulary());

    /// Most sentences in the files were written by hand before there was a renderer.
    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void every_norm_of_the_library_reads_as_its_file_says(Norm norm, Edition edition) {
        assertThat(SENTENCE.of(edition, norm)).isEqualTo(norm.reads());
    }

    static Stream<Arguments> sentences() {
        return LIBRARY.editions().stream()
                .flatMap(edition ->
                        edition.norms().stream()
                                .filter(norm -> !norm.reads().isEmpty())
                                .map(norm -> Arguments.of(norm, edition)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {advise: refer, with: current-client}                                          | A member should refer a current client elsewhere.
                    {require: end-service, with: current-client, duties: [referred]}               | A member must end the service of a current client; whoever does so must refer the person elsewhere.
                    {allow: touch, with: anyone, medium: [telephone, post]}                        | A member may touch anyone by telephone or by post.
                    {forbid: [accept-as-client, continue-service], with: anyone}                   | A member must not accept as a client or continue the service of anyone.
                    {forbid: [gift-receive, barter], with: anyone}                                 | A member must not accept a gift or goods or services as payment from anyone.
                    {forbid: second-role, but-not: [supervise, gift-receive, hug], with: anyone}   | A member must not take on a second role or relationship with anyone (supervising, accepting a gift and hugging apart).
                    {forbid: hug, also: [planning], with: anyone, unless: emergency}               | A member must not hug anyone, or plan it, unless there is an emergency.
                    {forbid: hug, with: anyone, beyond: {years: 1, after: service-ended}}          | A member must not hug anyone, once 1 year has passed since the end of the service.
                    {forbid: hug, with: anyone, within: {years: 1, months: 6, after: last-session}} | A member must not hug anyone, within 1 year and 6 months of the last session.
                    {upon: hug, with: anyone, advised-duties: [documented], weighing: [culture]}   | A member who would hug anyone should document it and must weigh the client's culture.
                    {upon: hug, with: anyone, when: emergency, unless: coerced, duties: [documented]} | A member who would hug anyone, if there is an emergency, unless there is coercion, must document it.
                    {forbid: hug, with: anyone, but-may: {when: emergency, duties: [documented], advised-duties: [consulted]}} | A member must not hug anyone, but may if there is an emergency, and then must document it and should consult a colleague.
                    {forbid: hug, with: anyone, if-breached: {consequence: civil-liability, duties: [harm-remedied]}} | A member must not hug anyone; breach: civil liability; after a breach: try to remedy unintended harm and be able to show it.
                    {forbid: hug, with: anyone, overrides: [{norm: b, ground: words, cites: it says so}]} | A member must not hug anyone; it prevails over b: it says so.
                    {count: former-client, as: current-client, within: forever}                    | A former client counts as a current client, at any time.
                    {count: student, as: current-client, for: [teach, any-tie], unless: emergency} | A student counts as a current client in the rules on teaching or grading and any personal or business relationship unless there is an emergency.
                    {set-aside: b, with: anyone, when: emergency, cites: so it says}               | b does not apply if there is an emergency; so it says.
                    {set-aside: b bar, with: student, cites: so it says}                           | b (bar) does not apply to a student; so it says.
                    """)
    void a_norm_reads_in_the_order_of_its_parts(String norm, String sentence) {
        Edition edition = Codes.editionWith(norm);
        Norm read = edition.provision("a").orElseThrow().norms().getFirst();
        assertThat(SENTENCE.of(edition, read)).isEqualTo(sentence);
    }

    /// Names of acts that two sentences could confuse would make the file say two things.
    @Test
    void norms_that_differ_in_what_they_forbid_read_differently() {
        var acts = LIBRARY.vocabulary().oneOf("act").words();
        var wording = new ActWording(LIBRARY.vocabulary());
        assertThat(acts.stream().map(act -> wording.with(java.util.List.of(act), "a student")))
                .doesNotHaveDuplicates();
    }
}
