package org.plumbline.cli.crooked.bulk;

import org.plumbline.cli.crooked.cli.Command;

public record Batch(Command asker) {}
