package org.plumbline.cli.crooked.server;

import org.plumbline.cli.crooked.cli.Command;

public record Page(Command asker) {}
