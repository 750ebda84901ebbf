package org.plumbline.cli.crooked.core.compare;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
