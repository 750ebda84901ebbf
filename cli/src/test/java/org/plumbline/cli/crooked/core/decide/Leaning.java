package org.plumbline.cli.crooked.core.decide;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
