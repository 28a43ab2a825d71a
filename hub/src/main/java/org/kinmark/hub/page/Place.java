package org.kinmark.hub.page;

/// A place in the navigation.
public record Place(String text, String href, boolean isHere) {}
