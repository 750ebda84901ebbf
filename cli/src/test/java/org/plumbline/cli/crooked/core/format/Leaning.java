package org.plumbline.cli.crooked.core.format;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
