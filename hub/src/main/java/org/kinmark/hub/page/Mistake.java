package org.kinmark.hub.page;

import org.jspecify.annotations.Nullable;

/// What is to be put right on a page.
///
/// @param text what to do, without anybody's data
/// @param href the field, as `#id`; null where there is none
public record Mistake(String text, @Nullable String href) {}
