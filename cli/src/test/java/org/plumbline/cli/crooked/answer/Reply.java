package org.plumbline.cli.crooked.answer;

import org.plumbline.cli.crooked.cli.Command;

public record Reply(Command asker) {}
