package org.plumbline.answer.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Provision;

/// Everything that can be chosen for a policy.
///
/// @param topics in the order of the policy
public record PolicyForm(String title, List<Topic> topics) {

    public PolicyForm {
        topics = List.copyOf(topics);
    }

    /// One thing that a policy settles.
    ///
    /// @param asks the question to whoever puts the policy together
    public record Topic(String id, String title, String asks, List<Choice> choices) {
        public Topic {
            choices = List.copyOf(choices);
        }

        /// A choice by its id.
        public Optional<Choice> choice(String wanted) {
            return choices.stream().filter(c -> c.id().equals(wanted)).findFirst();
        }
    }

    /// One way to settle it.
    ///
    /// @param label what it is called in the form
    /// @param clause what stands in the policy; square brackets are for the practice to fill in
    /// @param serves the provisions it serves; may be empty where it permits something
    /// @param permits what may be done under it, each with `act`, `party` and further facts
    public record Choice(
            String id,
            String label,
            String clause,
            List<Served> serves,
            List<Map<String, Object>> permits) {
        public Choice {
            serves = List.copyOf(serves);
            permits = List.copyOf(permits);
        }
    }

    /// A provision of the library.
    public record Served(Edition edition, Provision provision) {}
}
