package org.plumbline.cli.crooked.cli;

import org.plumbline.cli.crooked.bench.Race;

public record Command(Race race) {}
