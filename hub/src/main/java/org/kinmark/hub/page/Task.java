package org.kinmark.hub.page;

import org.jspecify.annotations.Nullable;

/// A step of something that is done once.
///
/// @param href null where it cannot be done yet
/// @param tagClasses how the status is coloured; null where it is plain, as what is done is
public record Task(
        String title,
        @Nullable String hint,
        @Nullable String href,
        String status,
        @Nullable String tagClasses) {}
