package org.plumbline.cli.crooked.core.norm;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
