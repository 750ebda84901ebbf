package org.plumbline.cli.crooked.spark;

import org.plumbline.cli.crooked.cli.Command;

public record Task(Command asker) {}
