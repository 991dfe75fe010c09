package org.juntos.ui.emoji;

/// One emoji that can be drawn.
///
/// @param text the characters, fully qualified
/// @param picture its place among the pictures
/// @param category as in the Unicode charts; empty for skin tone variants
/// @param name a few words; empty for skin tone variants
public record Emoji(String text, int picture, String category, String name) {}
