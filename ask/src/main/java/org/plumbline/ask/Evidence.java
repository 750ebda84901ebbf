package org.plumbline.ask;

/// Why a slot has its value: the words of the question that caused it.
///
/// @param slot the slot, or the fact of the scenario, that was read
/// @param value what was read
/// @param words the words as typed
/// @param from offset of the first character in the text
/// @param to offset after the last character
public record Evidence(String slot, String value, String words, int from, int to) {}
