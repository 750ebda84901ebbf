package org.plumbline.cli.crooked.core.scenario;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
