package org.plumbline.cli.crooked.ask;

import org.plumbline.cli.crooked.cli.Command;

public record Question(Command asker) {}
