package org.plumbline.core.norm;

/// In a conflict this edition prevails over a body's texts, with the words relied on.
public record EditionOverride(String body, String ground, String cites) {}
