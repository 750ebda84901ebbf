package org.plumbline.cli.crooked.core.adequacy;

/// Reaches for the timeline, which is none of its business.
public record Leaning(org.plumbline.cli.crooked.core.timeline.Leaning aside) {}
