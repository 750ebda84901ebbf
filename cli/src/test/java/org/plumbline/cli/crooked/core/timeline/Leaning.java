package org.plumbline.cli.crooked.core.timeline;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
