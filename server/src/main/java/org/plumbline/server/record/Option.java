package org.plumbline.server.record;

/// A way that was weighed, with what it would mean for each of the two.
///
/// @param number from 1, in the order of the form
public record Option(int number, String what, String forPerson, String forPractitioner) {

    /// Whether nothing of it was filled in.
    public boolean empty() {
        return what.isBlank() && forPerson.isBlank() && forPractitioner.isBlank();
    }
}
