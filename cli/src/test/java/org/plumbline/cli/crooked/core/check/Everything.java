package org.plumbline.cli.crooked.core.check;

import org.plumbline.cli.crooked.ask.Question;
import org.plumbline.cli.crooked.core.attic.Lumber;
import org.plumbline.cli.crooked.core.norm.Leaning;

public record Everything(Leaning below, Question outside, Lumber unplanned) {}
