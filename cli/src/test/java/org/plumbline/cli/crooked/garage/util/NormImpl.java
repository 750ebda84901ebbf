package org.plumbline.cli.crooked.garage.util;

/// A module on no plan, a package and a class that say nothing.
public record NormImpl() {}
