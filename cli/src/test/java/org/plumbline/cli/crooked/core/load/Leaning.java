package org.plumbline.cli.crooked.core.load;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
