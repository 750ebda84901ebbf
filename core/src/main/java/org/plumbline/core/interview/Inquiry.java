package org.plumbline.core.interview;

/// Something that can be asked in one go: a fact, toward one link of the person.
///
/// @param fact the word of the fact
/// @param link the link that it is asked of; 0 where links share it
public record Inquiry(String fact, int link) {}
