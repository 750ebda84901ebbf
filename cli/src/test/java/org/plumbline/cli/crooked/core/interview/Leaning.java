package org.plumbline.cli.crooked.core.interview;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
