package org.plumbline.cli.crooked.core.explain;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
