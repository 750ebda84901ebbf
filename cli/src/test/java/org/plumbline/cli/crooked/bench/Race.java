package org.plumbline.cli.crooked.bench;

import org.plumbline.cli.crooked.cli.Command;

public record Race(Command raced) {}
