package org.plumbline.server.record;

/// Something in the form that cannot stay as it is.
///
/// @param field the name of the field
/// @param says what to do about it, as a sentence
public record Mistake(String field, String says) {}
