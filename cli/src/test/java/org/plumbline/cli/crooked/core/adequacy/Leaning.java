package org.plumbline.cli.crooked.core.adequacy;

import org.plumbline.cli.crooked.core.check.Everything;

public record Leaning(Everything above) {}
