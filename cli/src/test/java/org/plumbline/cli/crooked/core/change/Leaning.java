package org.plumbline.cli.crooked.core.change;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
