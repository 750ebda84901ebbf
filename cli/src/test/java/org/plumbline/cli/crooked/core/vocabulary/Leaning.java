package org.plumbline.cli.crooked.core.vocabulary;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
