package org.plumbline.ask;

/// Where somebody in danger can turn at once.
///
/// @param place the place it serves, by its id, or `anywhere`
/// @param call the number
/// @param says who answers and when, in a few words
public record HelpLine(String place, String call, String says) {}
