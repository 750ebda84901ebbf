package org.plumbline.server.practice;

/// One fact of a case, made another.
///
/// @param id stands in an address: `fact.true`, `fact.false`, or `later` for the day on which a bar is
///     over
/// @param says what changed, as a sentence
public record Change(String id, String says) {}
