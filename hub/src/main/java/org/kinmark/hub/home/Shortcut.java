package org.kinmark.hub.home;

/// A place that somebody comes for, whether or not anything waits there.
///
/// @param what in a few words
/// @param why to go there, in a sentence
public record Shortcut(String what, String href, String why) {}
