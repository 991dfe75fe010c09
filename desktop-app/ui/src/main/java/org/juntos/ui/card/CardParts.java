package org.juntos.ui.card;

import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;

/// What polls, locations and contacts are drawn with.
///
/// @param asks puts questions in front of the window
public record CardParts(RichText texts, Faces faces, CardHost asks, CardDeeds deeds) {}
