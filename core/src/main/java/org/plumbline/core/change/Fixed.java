package org.plumbline.core.change;

/// Something that a barring provision turns on, and that nobody can change now.
///
/// @param fact the word of the fact; `party` for what the person is, `in-force` for the text itself
/// @param edition the text whose provision turns on it
/// @param says the same in words, as a clause
public record Fixed(String fact, String edition, String says) {}
