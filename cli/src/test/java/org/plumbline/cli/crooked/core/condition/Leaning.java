package org.plumbline.cli.crooked.core.condition;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
